package vn.edu.privacy.notification.request.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.platform.testing.Rule;

class GroundsTest {
    private static final String DECREE = "ND13_2023";
    private static final String LAW = "LAW91_2025";

    private final Grounds grounds = new Grounds(Regimes.load());

    @ParameterizedTest
    @EnumSource
    @Rule("R-DL-06")
    void everyKindOfRequestIsRefusedOnlyOnGroundsThatCiteTheLawOfItsDay(RequestType type) {
        assertThat(grounds.of(type, DECREE))
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.article()).containsAnyOf("Nghị định 13/2023/NĐ-CP", "Công văn 8343"));
        assertThat(grounds.of(type, LAW))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.article())
                        .containsAnyOf("Luật 91/2025/QH15", "Nghị định 356/2025/NĐ-CP", "Công văn 8343"));
        assertThat(grounds.article(RefusalGround.ABUSIVE, type, LAW))
                .hasValueSatisfying(article -> assertThat(article).contains("4.3"));
    }

    @Test
    @Rule("R-PROV-02")
    void dataIsNotProvidedOnTheThreeGroundsOfTheDecree() {
        assertThat(article(RefusalGround.NATIONAL_SECURITY, RequestType.PROVIDE))
                .startsWith("Điều 14.4.a ");
        assertThat(article(RefusalGround.HARM_TO_OTHERS, RequestType.PROVIDE)).startsWith("Điều 14.4.b ");
        assertThat(article(RefusalGround.SUBJECT_DISAGREES, RequestType.PROVIDE))
                .startsWith("Điều 14.4.c ");
    }

    @Test
    @Rule("R-DEL-02")
    void dataIsNotDeletedOnTheSixGroundsOfTheDecree() {
        assertThat(Stream.of(
                                RefusalGround.LAW_PROHIBITS,
                                RefusalGround.STATE_OPERATION,
                                RefusalGround.PUBLISHED_BY_LAW,
                                RefusalGround.RESEARCH_STATISTICS,
                                RefusalGround.NATIONAL_SECURITY,
                                RefusalGround.HARM_TO_OTHERS)
                        .map(ground -> article(ground, RequestType.DELETE)))
                .extracting(article -> article.split(" ", 3)[1])
                .containsExactly("16.2.a", "16.2.b", "16.2.c", "16.2.d", "16.2.đ", "16.2.e");
        assertThat(grounds.article(RefusalGround.SUBJECT_DISAGREES, RequestType.DELETE, DECREE))
                .isEmpty();
    }

    @Test
    void theAuthorityIsTheOneOfTheLawOfTheDayOfReceipt() {
        assertThat(grounds.authority(DECREE, "vi")).contains("A05", "Bộ Công an");
        assertThat(grounds.authority(LAW, "vi")).startsWith("Cơ quan chuyên trách");
        assertThat(grounds.authority(LAW, "en")).contains("personal data protection authority");
    }

    @Test
    void noGroundIsThereForNothing() {
        Set<RefusalGround> used = Stream.of(RequestType.values())
                .flatMap(type -> Stream.concat(grounds.of(type, DECREE).stream(), grounds.of(type, LAW).stream()))
                .map(Grounds.Ground::ground)
                .collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(RefusalGround.class));
    }

    private String article(RefusalGround ground, RequestType type) {
        return grounds.article(ground, type, DECREE).orElseThrow();
    }
}
