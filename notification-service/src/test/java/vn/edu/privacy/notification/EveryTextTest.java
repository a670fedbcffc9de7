package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Of every bundle, whoever adds one: no text is missing or empty in either language. */
class EveryTextTest {
    static Stream<String> bundles() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .filter(name -> name != null && !name.contains("_"))
                .map(name -> name.replace(".properties", ""))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isThereInBothLanguages(String bundle) throws IOException {
        Properties vietnamese = load(bundle + ".properties");
        Properties english = load(bundle + "_en.properties");
        assertThat(vietnamese).isNotEmpty();
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
        assertThat(vietnamese.stringPropertyNames()).allSatisfy(key -> {
            assertThat(vietnamese.getProperty(key)).isNotBlank();
            assertThat(english.getProperty(key)).isNotBlank();
        });
    }

    private static Properties load(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("messages/" + file).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
