package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import vn.edu.privacy.notification.channel.Channel;

/** Every wording that was ever sent can be read word for word. */
class WordingRegisterIT {
    private static final House HOUSE = new House();
    private static final Locale VI = Locale.of("vi");

    @AfterAll
    static void stop() {
        HOUSE.stop();
    }

    @Test
    void aChangedWordIsAnotherVersionAndTheFormerOnesStay() {
        HOUSE.stand("2026-11-25T10:00:00+07:00");
        assertThat(version("một")).isEqualTo(1);
        assertThat(version("một")).isEqualTo(1);
        HOUSE.stand("2026-12-01T10:00:00+07:00");
        assertThat(version("hai")).isEqualTo(2);
        assertThat(version("một")).isEqualTo(1);
        assertThat(version("ba")).isEqualTo(3);

        assertThat(Objects.requireNonNull(register("ba").history("CONFLICT").block()))
                .filteredOn(version -> version.channel() == Channel.PORTAL
                        && version.language().equals(VI))
                .extracting(WordingRegister.Version::version, WordingRegister.Version::body)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "ba"),
                        org.assertj.core.groups.Tuple.tuple(2, "hai"),
                        org.assertj.core.groups.Tuple.tuple(1, "một"));
    }

    @Test
    void nobodyChangesOrRemovesAnEarlierWording() {
        version("một");

        for (String attempt : new String[] {
            "update notice_template set body = 'khác'", "delete from notice_template", "truncate notice_template"
        }) {
            assertThatThrownBy(() -> HOUSE.database.sql(attempt).then().block()).hasMessageContaining("append-only");
        }
    }

    private static int version(String text) {
        Wordings wordings = wordings(text);
        return Objects.requireNonNull(register(text)
                .version(wordings.of(NoticeKind.CONFLICT, Channel.PORTAL, VI))
                .block());
    }

    private static WordingRegister register(String text) {
        return new WordingRegister(HOUSE.database, wordings(text), HOUSE.clock);
    }

    private static Wordings wordings(String text) {
        StaticMessageSource source = new StaticMessageSource();
        source.setUseCodeAsDefaultMessage(true);
        source.addMessage("notice.CONFLICT.text", VI, text);
        return new Wordings(new NoticeTexts(source));
    }
}
