package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small process that ends what the launcher has started and has not ended itself: when the launcher stops in the
 * middle of its start, and when it is killed without warning. It learns of the end by the end of its input.
 */
public final class Guard implements AutoCloseable {

    private static final long LONGEST_END_SECONDS = 45;

    private static final String SCRIPT = """
            declare -A born asked
            servers=()
            # when process $1 began; nothing when it has ended, even if nobody has taken note of that yet
            since() { sed -e 's/.*) //' -e '/^Z/d' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
            alive() { [ -n "${born[$1]}" ] && [ "$(since "$1")" = "${born[$1]}" ]; }
            send() { for pid in "${!born[@]}"; do alive "$pid" && kill "-$1" -- "$2$pid" 2>/dev/null; done; }
            # the PostgreSQL server whose postmaster.pid is $1: it works in the folder of that file
            server() { { read -r pid <"$1"; } 2>/dev/null && [ "/proc/$pid/cwd" -ef "${1%/*}" ] && echo "$pid"; }
            while IFS= read -r line; do
              case $line in
                "watch "*) born[${line#watch }]=$(since "${line#watch }") ;;
                "server "*) servers+=("${line#server }") ;;
              esac
            done
            rm -f -- "$1"
            send TERM ""
            for _ in $(seq 100); do
              left=0
              for pid in "${!born[@]}"; do alive "$pid" && left=1; done
              for file in "${servers[@]}"; do
                pid=$(server "$file") || continue
                left=1
                [ -n "${asked[$pid]}" ] || kill -INT "$pid"
                asked[$pid]=1
              done
              [ $left = 0 ] && exit 0
              sleep 0.2
            done
            send KILL -
            send KILL ""
            for file in "${servers[@]}"; do pid=$(server "$file") && kill -QUIT "$pid"; done
            """;

    private final Process process;
    private boolean closed;

    private Guard(Process process) {
        this.process = process;
    }

    /** @param readyFile removed when the launcher is gone, so that nobody takes the system for ready */
    public static Guard start(Path readyFile) {
        try {
            Process process = new ProcessBuilder(List.of("setsid", "bash", "-c", SCRIPT, "guard", readyFile.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guard(process);
        } catch (IOException e) {
            throw new StartProblem("bash and setsid (package util-linux) are needed: " + e.getMessage(), e);
        }
    }

    /** Starts a process that ends when the launcher does; none is started any more once this is closed. */
    synchronized Process begin(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new StartProblem("The system is stopping");
        }
        Process child = builder.start();
        try {
            tell("watch " + child.pid());
        } catch (IOException e) {
            child.destroyForcibly();
            throw e;
        }
        return child;
    }

    /** From now on the PostgreSQL server that writes this {@code postmaster.pid} ends when the launcher does. */
    public synchronized void watchServer(Path pidFile) {
        try {
            tell("server " + pidFile);
        } catch (IOException e) {
            throw new StartProblem("The guard of the processes has ended: " + e.getMessage(), e);
        }
    }

    private void tell(String line) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Ends what still runs; returns when nothing does. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                throw new StartProblem("Some processes did not end; look for them with ps");
            }
        } catch (IOException e) {
            throw new StartProblem("The guard of the processes has ended: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
