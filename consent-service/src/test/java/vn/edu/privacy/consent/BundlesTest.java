package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, and every one that a page names is there at all. */
class BundlesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern NAMED =
            Pattern.compile("#\\{((?:emergency|representation|classlist)\\.[A-Za-z.]+[A-Za-z])[(}]");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        List<Path> vietnamese = files(BUNDLES, ".properties").stream()
                .filter(file -> !file.getFileName().toString().endsWith("_en.properties"))
                .toList();
        assertThat(vietnamese).hasSizeGreaterThan(8);
        for (Path bundle : vietnamese) {
            Path english =
                    bundle.resolveSibling(bundle.getFileName().toString().replace(".properties", "_en.properties"));
            assertThat(keys(english)).as("%s", english).isEqualTo(keys(bundle));
        }
    }

    @Test
    void everyTextThatTheOfficersPagesNameIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path page : files(TEMPLATES, ".html")) {
            NAMED.matcher(Files.readString(page)).results().forEach(found -> named.add(found.group(1)));
        }
        assertThat(named).hasSizeGreaterThan(30);
        Set<String> there = keys(BUNDLES.resolve("emergency.properties"));
        there.addAll(keys(BUNDLES.resolve("representation.properties")));
        there.addAll(keys(BUNDLES.resolve("classlist.properties")));
        assertThat(there).containsAll(named);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
