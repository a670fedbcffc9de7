package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build left in the modules' target folders, and the JDK this runs on. */
public record Built(Path home) {

    /** The project's folder: the one named by {@code -Dstandalone.home}, else the nearest above that holds it. */
    public static Built find() {
        String named = System.getProperty("standalone.home");
        Path folder = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("standalone/pom.xml"))) {
                return new Built(at);
            }
        }
        throw new StartProblem("No project folder at or above " + folder + "; start it by ./start");
    }

    /** The executable jar of a service. */
    public Path serviceJar(String service) {
        return only(home.resolve(service).resolve("target"), service + "-*-exec.jar");
    }

    public Path keycloakZip() {
        return existing(home.resolve("standalone/target/keycloak/keycloak.zip"));
    }

    /** The portal's face for Keycloak's pages. */
    public Path keycloakTheme() {
        return existing(home.resolve("contracts/identity/theme/schools"));
    }

    /** The broker's classpath: its own jars and the simple logger. */
    public String kafkaClasspath() {
        Path lib = existing(home.resolve("standalone/target/lib"));
        String loggers = matching(lib, "{slf4j-*,jackson-annotations-*}.jar").stream()
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        return existing(home.resolve("standalone/target/kafka")) + "/*:" + loggers;
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path only(Path folder, String glob) {
        List<Path> found = matching(folder, glob);
        if (found.isEmpty()) {
            throw new StartProblem("Not built yet: " + folder.resolve(glob) + ". ./start builds it.");
        }
        return found.getLast();
    }

    private static List<Path> matching(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartProblem("Cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new StartProblem("Not built yet: " + path + ". ./start builds it.");
        }
        return path;
    }
}
