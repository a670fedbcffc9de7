package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A part that runs as a process of its own, in a session of its own, so that Ctrl-C reaches the launcher alone. */
public final class ChildProcess {

    private static final int TAIL_LINES = 25;

    private final String name;
    private final Process process;
    private final Path log;
    private volatile boolean stopping;
    private volatile Runnable afterOrderlyEnd = () -> {};

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts it with its output in {@code log}; {@code guard} ends it when the launcher is killed. */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Guard guard) {
        List<String> whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, guard.begin(builder), log);
        } catch (IOException e) {
            throw new StartProblem("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Runs a command to its end; a {@link StartProblem} with the end of its output when it fails. */
    public static void run(String name, List<String> command, Map<String, String> environment, Path log, Guard guard) {
        ChildProcess child = start(name, command, environment, log, guard);
        try {
            if (child.process.waitFor() != 0) {
                throw new StartProblem(child.endedMessage());
            }
        } catch (InterruptedException e) {
            child.stop(Duration.ofSeconds(2));
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while " + name + " ran", e);
        }
    }

    /** Calls {@code whenDied} with a message when the process ends although nobody asked it to. */
    public void watch(Consumer<String> whenDied) {
        CompletableFuture<Process> end = process.onExit();
        end.thenAccept(ended -> {
            if (!stopping) {
                whenDied.accept(endedMessage());
            }
        });
    }

    /** @param work done once {@link #stop} has seen the running process end by itself */
    public ChildProcess afterOrderlyEnd(Runnable work) {
        afterOrderlyEnd = work;
        return this;
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Which part ended, with what code, and the end of its log. */
    public String endedMessage() {
        return name + " ended unexpectedly (exit code " + process.exitValue() + "). The end of " + log + ":\n" + tail();
    }

    private String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Asks it to end, and ends it when it does not within the grace. */
    public void stop(Duration grace) {
        stopping = true;
        boolean ran = process.isAlive();
        process.destroy();
        try {
            if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                if (ran) {
                    afterOrderlyEnd.run();
                }
            } else {
                kill();
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
