package vn.edu.privacy.standalone.machine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardIT {

    @TempDir
    private Path folder;

    /** Stands for the launcher: starts a child under a guard and waits to be killed. */
    public static final class Launcher {
        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            Guard guard = Guard.start(folder.resolve("demo.json"));
            ChildProcess child =
                    ChildProcess.start("child", List.of("sleep", "300"), Map.of(), folder.resolve("child.log"), guard);
            System.out.println(child.pid());
            Thread.currentThread().join();
        }
    }

    @Test
    void nothingIsLeftWhenTheLauncherIsKilled() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("demo.json"), "{}");
        Process launcher = new ProcessBuilder(
                        Built.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long child = Long.parseLong(launcher.inputReader().readLine());
        assertThat(ProcessHandle.of(child)).isPresent();

        launcher.destroyForcibly().waitFor(10, SECONDS);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(folder.resolve("demo.json")).doesNotExist();
    }

    @Test
    void aChildThatEndsByItselfIsNamedWithTheEndOfItsLog() {
        Guard guard = Guard.start(folder.resolve("demo.json"));
        try (guard) {
            var died = new java.util.concurrent.CompletableFuture<String>();
            ChildProcess.start(
                            "Kafka",
                            List.of("bash", "-c", "sleep 0.2; echo no room left; exit 3"),
                            Map.of(),
                            folder.resolve("kafka.log"),
                            guard)
                    .watch(died::complete);

            assertThat(died.orTimeout(10, SECONDS).join())
                    .contains("Kafka ended unexpectedly (exit code 3)")
                    .contains("no room left");
        }
    }
}
