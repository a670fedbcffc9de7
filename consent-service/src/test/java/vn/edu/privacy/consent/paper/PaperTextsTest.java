package vn.edu.privacy.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.consent.roster.Capacity;

class PaperTextsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Properties vietnamese = load("/messages/paper.properties");

        assertThat(vietnamese).hasSizeGreaterThan(50);
        assertThat(load("/messages/paper_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
    }

    @Test
    void everyTextThatAPageNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("paper-"))
                    .toList()) {
                String page = Files.readString(file);
                keys(page, "#\\{(paper\\.[A-Za-z.]+[A-Za-z])[(}]", "").forEach(named::add);
                keys(page, "(?:sheet|words)\\.of\\('([A-Za-z.]+[A-Za-z])'", "paper.")
                        .forEach(named::add);
            }
        }

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(load("/messages/paper.properties").stringPropertyNames()).containsAll(named);
    }

    @Test
    void everyoneWhoSignsIsNamed() throws IOException {
        assertThat(load("/messages/paper.properties").stringPropertyNames())
                .containsAll(Arrays.stream(Capacity.values())
                        .map(capacity -> "paper.party." + capacity)
                        .toList());
    }

    private static Stream<String> keys(String page, String pattern, String prefix) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        return found.results().map(match -> prefix + match.group(1)).toList().stream();
    }

    private static Properties load(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = PaperTextsTest.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
