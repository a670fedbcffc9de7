package vn.edu.privacy.standalone;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.edu.privacy.standalone.machine.Built;

/** The whole system, stopped in the middle of its first start: whatever runs then must not outlive it. */
class StopIT {

    private static final Duration UNTIL_THE_MOMENT = Duration.ofSeconds(180);

    @TempDir
    private Path parent;

    private Process launcher;

    @AfterEach
    void end() {
        if (launcher != null) {
            launcher.destroyForcibly();
        }
    }

    @ParameterizedTest(name = "when {0} is there")
    @ValueSource(
            strings = {
                "postgres-program", // unpacked before anything is started of it
                "postgres/PG_VERSION", // initdb is at work
                "logs/keycloak-build.log", // Keycloak is being prepared
                "logs/consent-service.log" // the services come up
            })
    void nothingIsLeftWhenItIsAskedToStop(String moment) throws Exception {
        Path data = startUntil(moment);

        launcher.destroy();

        assertThat(launcher.waitFor(120, SECONDS)).as("it ended").isTrue();
        assertThat(using(data)).isEmpty();
        assertThat(Files.readString(parent.resolve("output"), StandardCharsets.UTF_8))
                .contains("Stopping")
                .contains("Stopped; the data stays in " + data);
    }

    @Test
    void nothingIsLeftWhenItIsKilled() throws Exception {
        Path data = startUntil("postgres/postmaster.pid");

        launcher.destroyForcibly();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(using(data)).isEmpty());
    }

    private Path startUntil(String moment) throws IOException {
        Path data = parent.resolve("data");
        Path output = parent.resolve("output");
        launcher = new ProcessBuilder(
                        Built.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data",
                        data.toString())
                .directory(Built.find().home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(UNTIL_THE_MOMENT).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(launcher.isAlive()).as(Files.readString(output)).isTrue();
            return Files.exists(data.resolve(moment));
        });
        return data;
    }

    /** The command lines of all processes that name the data folder: every part does. */
    private List<String> using(Path data) throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String command = commandOf(process);
                if (command.contains(data.toString()) && launcher.pid() != pidOf(process)) {
                    found.add(process.getFileName() + " " + command);
                }
            }
        }
        return found;
    }

    private static long pidOf(Path process) {
        return Long.parseLong(process.getFileName().toString());
    }

    private static String commandOf(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException e) {
            // it has just ended
            return "";
        }
    }
}
