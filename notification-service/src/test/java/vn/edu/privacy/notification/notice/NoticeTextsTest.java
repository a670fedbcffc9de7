package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.DeliveryError;

class NoticeTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"notice", "notice_en"})
    void everyKindHasItsTitleAndText(String bundle) throws IOException {
        Properties texts = load(bundle);

        assertThat(texts.stringPropertyNames())
                .containsAll(Stream.of(NoticeKind.values())
                        .flatMap(kind -> Stream.of("notice." + kind + ".title", "notice." + kind + ".text"))
                        .toList());
        assertThat(texts.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "notice_en"})
    void hasNoPlaceForPersonalData(String bundle) throws IOException {
        assertThat(load(bundle).values())
                .allSatisfy(text -> assertThat(text.toString()).doesNotContain("{", "}", "%"));
    }

    @Test
    void everyChannelStateAndErrorHasItsWords() throws IOException {
        assertThat(load("inbox").stringPropertyNames())
                .containsAll(Stream.of(
                                Stream.of(Channel.values()).map(channel -> "inbox.channel." + channel),
                                Stream.of(DeliveryState.values()).map(state -> "inbox.sent." + state),
                                Stream.of(DeliveryError.values()).map(error -> "inbox.error." + error),
                                Stream.of(SentMessagesPage.Shown.values()).map(shown -> "inbox.delivery.show." + shown),
                                Wordings.LANGUAGES.stream().map(language -> "inbox.language." + language))
                        .flatMap(keys -> keys)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "inbox"})
    void everyTextIsThereInBothLanguages(String bundle) throws IOException {
        assertThat(load(bundle + "_en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(load(bundle).stringPropertyNames());
    }

    @Test
    void languagesDiffer() throws IOException {
        Properties english = load("notice_en");

        assertThat(load("notice"))
                .allSatisfy((key, text) -> assertThat(english.get(key)).isNotEqualTo(text));
    }

    private static Properties load(String bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStream bytes = Objects.requireNonNull(
                        NoticeTextsTest.class.getResourceAsStream("/messages/" + bundle + ".properties"));
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
