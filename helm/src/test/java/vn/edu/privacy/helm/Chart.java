package vn.edu.privacy.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart under test, rendered by Helm itself. */
final class Chart {
    static final Path FOLDER = Path.of("school-privacy");
    static final Path FULL_VALUES = Path.of("src/test/resources/full-values.yaml");

    /** Helm's template call leaves hooks out, so the test pod is made an ordinary object to be seen as well. */
    private static final Path WITHOUT_HOOKS = withoutHooks();

    private Chart() {}

    static List<HasMetadata> withDefaults() {
        return parse(render(Map.of()));
    }

    static List<HasMetadata> withFullValues() {
        return parse(template().withValuesFile(FULL_VALUES).call());
    }

    static List<HasMetadata> with(Map<String, ?> settings) {
        return parse(render(settings));
    }

    static String render(Map<String, ?> settings) {
        var template = template();
        settings.forEach(template::set);
        return template.call();
    }

    private static TemplateCommand template() {
        return new Helm(WITHOUT_HOOKS).template().withName("privacy").withKubeVersion("1.30.0");
    }

    static List<HasMetadata> parse(String manifests) {
        var objects = new ArrayList<HasMetadata>();
        for (String document : manifests.split("(?m)^---\\s*$")) {
            if (document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
                objects.add(Serialization.unmarshal(document, HasMetadata.class));
            }
        }
        return objects;
    }

    private static Path withoutHooks() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Path copy = Files.createDirectories(Path.of("target/chart-without-hooks"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replaceAll("(?m)^\\s*helm\\.sh/hook.*\\R", ""));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T extends HasMetadata> List<T> of(Class<T> kind, List<HasMetadata> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
