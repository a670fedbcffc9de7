package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.roster.Capacity;

class PortalTextsTest {

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Properties vietnamese = load("/messages/portal.properties");

        assertThat(vietnamese).hasSizeGreaterThan(50);
        assertThat(load("/messages/portal_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
    }

    @Test
    void everyKindOfDecisionCapacityStateAndAnswerHasItsText() throws IOException {
        Stream<String> states = Stream.of(ConsentState.values())
                .filter(state -> state != ConsentState.AWAITING_PARTY)
                .map(state -> "portal.state." + state);
        Stream<String> answers = Stream.of(Answer.values()).map(answer -> "portal.meaning." + answer);
        Stream<String> capacities = Stream.of(Capacity.values()).map(capacity -> "portal.who." + capacity);
        Stream<String> kinds = Stream.of(DecisionKind.values())
                .flatMap(kind -> Stream.of("portal.act." + kind, "portal.done." + kind));

        assertThat(load("/messages/portal.properties").stringPropertyNames())
                .containsAll(Stream.of(states, answers, capacities, kinds)
                        .flatMap(keys -> keys)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Voice.class)
    void addressesEachReaderInTheirOwnWords(Voice voice) {
        Say say = new Say(texts(), Locale.of("vi"), voice);

        assertThat(say.of("child.waiting", 2))
                .isEqualTo(
                        switch (voice) {
                            case GUARDIAN -> "Chờ anh/chị trả lời (2)";
                            case PUPIL -> "Chờ em trả lời (2)";
                            case STUDENT -> "Chờ bạn trả lời (2)";
                        });
    }

    @Test
    void beginsASentenceWithACapitalLetter() {
        Say say = new Say(texts(), Locale.of("vi"), Voice.GUARDIAN);

        assertThat(say.first("act.GIVEN", say.of("who.MOTHER"))).isEqualTo("Mẹ đồng ý");
        assertThat(say.first("act.REFUSED", say.of("who.SELF"))).isEqualTo("Con không đồng ý");
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setBasename("messages/portal");
        return texts;
    }

    private static Properties load(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream bytes = Objects.requireNonNull(PortalTextsTest.class.getResourceAsStream(file));
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
