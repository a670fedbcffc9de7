package vn.edu.privacy.consent.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.edu.privacy.platform.testing.Rule;

class ChangeWordsTest {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final ChangeWords words = new ChangeWords(texts());

    static Stream<PurposeChange> changes() {
        return PurposeDifferenceTest.cases().map(PurposeDifferenceTest.Case::expected);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeIsAWholeSentenceInBothLanguages(PurposeChange change) {
        String vietnamese = words.of(change, VIETNAMESE);
        String english = words.of(change, Locale.ENGLISH);

        assertThat(vietnamese).endsWith(".").doesNotContain("{", "null", "PurposeC");
        assertThat(english)
                .endsWith(".")
                .doesNotContain("{", "null", "PurposeC")
                .isNotEqualTo(vietnamese);
    }

    @Test
    @Rule("R-NOT-05")
    void saysInPlainWordsWhatIsNew() {
        assertThat(changes().map(change -> words.of(change, VIETNAMESE)))
                .contains(
                        "Thêm nơi nhận: Trạm y tế.",
                        "Bỏ dữ liệu “Dị ứng”.",
                        "Dữ liệu được giữ lâu hơn: đến hết 01/08/2027 thay vì 31/07/2027.",
                        "Mục đích đổi: nay là quản lý nhà trường, trước là giáo dục.",
                        "Không còn bản bằng tiếng Khmer.",
                        "Viết lại mục “Rủi ro” (tiếng Việt).");
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setBasename("messages/consent");
        return texts;
    }
}
