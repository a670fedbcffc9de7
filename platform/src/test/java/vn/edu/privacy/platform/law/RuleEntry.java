package vn.edu.privacy.platform.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One rule of the catalogue.
 *
 * @param open why no test proves it; blank when one has to
 * @param missing what of it the tests do not prove yet; blank when nothing
 */
record RuleEntry(String id, String article, String says, String open, String missing) {

    static List<RuleEntry> readAll(Path catalogue) throws IOException {
        String text = Files.readString(catalogue);
        Map<String, List<Map<String, String>>> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return root.get("rules").stream()
                .map(rule -> new RuleEntry(
                        item(rule, "id"),
                        item(rule, "article"),
                        item(rule, "says"),
                        item(rule, "open"),
                        item(rule, "missing")))
                .toList();
    }

    /** The rule's kind, as {@code R-CON}. */
    String family() {
        return id.substring(0, id.lastIndexOf('-'));
    }

    boolean isOpen() {
        return !open.isBlank();
    }

    private static String item(Map<String, String> rule, String name) {
        return rule.getOrDefault(name, "").strip();
    }
}
