package vn.edu.privacy.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Properties VIETNAMESE = read("/messages/platform.properties");
    private static final Properties ENGLISH = read("/messages/platform_en.properties");

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(ENGLISH.stringPropertyNames())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(VIETNAMESE.stringPropertyNames());
    }

    @Test
    void everyCommonProblemIsNamedExplainedAndHasARemedy() {
        List<String> slugs = Arrays.stream(CommonProblems.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(BundlesTest::slug)
                .toList();

        assertThat(slugs).hasSizeGreaterThan(10);
        assertThat(VIETNAMESE.stringPropertyNames())
                .containsAll(slugs.stream()
                        .flatMap(slug ->
                                Stream.of("title", "detail", "remedy").map(part -> "problem." + slug + "." + part))
                        .toList());
    }

    @Test
    void textsTakeTheSameArgumentsInBothLanguages() {
        assertThat(VIETNAMESE.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(ENGLISH, key)).isEqualTo(arguments(VIETNAMESE, key)));
    }

    private static List<Integer> arguments(Properties bundle, String key) {
        String pattern = bundle.getProperty(key);
        return Stream.iterate(0, index -> index < 5, index -> index + 1)
                .filter(index -> pattern.contains("{" + index + "}"))
                .toList();
    }

    private static String slug(Field field) {
        try {
            return ((ProblemType) field.get(null)).slug();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties read(String name) {
        Properties bundle = new Properties();
        try (InputStream in = BundlesTest.class.getResourceAsStream(name)) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bundle;
    }
}
