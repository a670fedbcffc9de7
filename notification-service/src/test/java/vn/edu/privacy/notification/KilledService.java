package vn.edu.privacy.notification;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The service from its own jar as a process of its own, which is killed without warning and started again. */
final class KilledService implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final Path jar;
    private final int port = freePort();
    private final List<Duration> starts = new ArrayList<>();
    private Process process;
    private Instant started;

    /**
     * Unpacks the jar and makes a first orderly start and end, which leaves a cache of loaded classes for the next ones.
     *
     * @param home a folder of its own
     * @param settings Spring properties by name
     */
    KilledService(Path home, Map<String, Object> settings) {
        this.home = home;
        try (Stream<Path> built = Files.list(Path.of("target"));
                OutputStream file = Files.newOutputStream(home.resolve("application.properties"))) {
            Path packed = built.filter(each -> each.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the service's jar is not built"));
            Properties properties = new Properties();
            settings.forEach((name, value) -> properties.setProperty(name, String.valueOf(value)));
            properties.setProperty("server.port", Integer.toString(port));
            properties.store(file, null);
            run(List.of("-Djarmode=tools", "-jar", packed.toString(), "extract", "--destination", home + "/app"));
            this.jar = home.resolve("app").resolve(packed.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin("-XX:AOTCacheOutput=" + cache());
        awaitReady();
        process.destroy();
        if (!endsIn(LONGEST_START)) {
            // a machine too busy to make a cache in time goes without
            kill();
        }
        starts.clear();
    }

    /** Where it answers. */
    String url() {
        return "http://127.0.0.1:" + port + "/rights";
    }

    /** How long each start took until the service was ready. */
    List<Duration> starts() {
        return starts;
    }

    /** Starts it; returns at once. */
    void start() {
        begin(Files.exists(cache()) ? "-XX:AOTCache=" + cache() : "-Xshare:auto");
    }

    /** Waits until it is ready. */
    void awaitReady() {
        HttpRequest readiness = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .build();
        Awaitility.await("the service's start, see " + home)
                .dontCatchUncaughtExceptions()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the service ended by itself, see " + home);
                    }
                    return answers(readiness);
                });
        starts.add(Duration.between(started, Instant.now()));
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    @Override
    public void close() {
        kill();
        http.close();
    }

    private boolean answers(HttpRequest readiness) throws InterruptedException {
        try {
            return http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void begin(String classes) {
        started = Instant.now();
        process = java(List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                classes,
                "-jar",
                jar.toString(),
                "--spring.config.additional-location=file:" + home.resolve("application.properties")));
    }

    private void run(List<String> arguments) {
        await(java(arguments));
    }

    private Process java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("service.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean endsIn(Duration time) {
        try {
            return process.waitFor(time.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a process does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path cache() {
        return home.resolve("start.aot");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
