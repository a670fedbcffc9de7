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
