package vn.edu.privacy.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code .mvn/jdk.sh}, by which both commands find the JDK, on a machine made up of folders. */
class JdkSearchTest {

    private static final Path PROJECT = Built.find().home();

    @TempDir
    private Path machine;

    @Test
    void withoutAnyJdkItSaysWhichOneIsNeededAndHowToGetIt() throws Exception {
        assertThat(search())
                .startsWith("1\n")
                .contains("No JDK 25 found")
                .contains("apt-get install openjdk-25-jdk-headless")
                .contains("https://adoptium.net/")
                .contains("set JAVA_HOME");
    }

    @Test
    void aJdkThatIsTooOldIsNamedWithItsVersion() throws Exception {
        Path old = jdk("jdk-21", "21.0.4", true);

        assertThat(search())
                .startsWith("1\n")
                .contains("No JDK 25 found")
                .contains("Found, but not fit:\n  " + old + " (version 21.0.4)");
    }

    @Test
    void aRuntimeWithoutCompilerIsNotEnough() throws Exception {
        Path runtime = jdk("jre-25", "25.0.1", false);

        assertThat(search())
                .startsWith("1\n")
                .contains("  " + runtime + " (version 25.0.1, a runtime without a compiler)");
    }

    @Test
    void theRightOneIsFoundBesideOthersAlthoughJavaHomeNamesAnOldOne() throws Exception {
        Path old = jdk("jdk-21", "21.0.4", true);
        Path right = jdk("jdk 25", "25.0.1", true);
        jdk("jdk-26", "26", true);

        assertThat(search(Map.of("JAVA_HOME", old.toString()))).isEqualTo("0\n" + right + "\n");
    }

    @Test
    void theOneOnThePathIsFoundThroughItsLink() throws Exception {
        Path elsewhere = Files.createDirectory(machine.resolve("elsewhere"));
        Path right = Files.move(jdk("jdk-25", "25", true), elsewhere.resolve("jdk"));
        Files.createSymbolicLink(bin().resolve("javac"), right.resolve("bin/javac"));

        assertThat(search()).isEqualTo("0\n" + right.toRealPath() + "\n");
    }

    private Path jdk(String name, String version, boolean compiler) throws IOException {
        Path home = Files.createDirectories(machine.resolve("jvm").resolve(name));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectory(home.resolve("bin"));
        executable(home.resolve("bin/java"));
        if (compiler) {
            executable(home.resolve("bin/javac"));
        }
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    /** The PATH of the made-up machine: the plain commands that the script uses, no javac. */
    private Path bin() throws IOException {
        Path bin = machine.resolve("bin");
        if (!Files.exists(bin)) {
            Files.createDirectory(bin);
            for (String command : new String[] {"dirname", "readlink", "grep", "sed", "cat"}) {
                executable(bin.resolve(command));
                Files.writeString(
                        bin.resolve(command), "#!/bin/bash\nPATH=/usr/bin:/bin exec " + command + " \"$@\"\n");
            }
        }
        return bin;
    }

    private String search() throws IOException, InterruptedException {
        return search(Map.of());
    }

    /** The exit code, then where the JDK is or what is said instead. */
    private String search(Map<String, String> environment) throws IOException, InterruptedException {
        String script = ". .mvn/jdk.sh; jdk_places() { printf '%s\\n' \"$JVMS\"/*; }; "
                + "if find_jdk 2>\"$SAID\"; then echo 0; echo \"$JAVA_HOME\"; else echo 1; cat \"$SAID\"; fi";
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", script)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin().toString());
        builder.environment().put("JVMS", machine.resolve("jvm").toString());
        builder.environment().put("SAID", machine.resolve("said").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
