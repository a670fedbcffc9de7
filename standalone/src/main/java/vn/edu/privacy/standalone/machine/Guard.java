package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A small process that outlives the launcher when that is killed without warning, and then ends what the launcher had
 * started: it learns of the launcher's end by the end of its input.
 */
public final class Guard implements AutoCloseable {

    private static final String SCRIPT = """
            declare -A born
            since() { sed -e 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
            alive() { [ -n "${born[$1]}" ] && [ "$(since "$1")" = "${born[$1]}" ]; }
            send() { for pid in "${!born[@]}"; do alive "$pid" && kill "-$1" -- "$2$pid" 2>/dev/null; done; }
            while read -r word pid; do
              case $word in
                watch) born[$pid]=$(since "$pid") ;;
                done) exit 0 ;;
              esac
            done
            rm -f -- "$1"
            send TERM ""
            for _ in $(seq 100); do
              left=0
              for pid in "${!born[@]}"; do alive "$pid" && left=1; done
              [ $left = 0 ] && exit 0
              sleep 0.2
            done
            send KILL -
            send KILL ""
            """;

    private final Process process;

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

    /** From now on this process ends when the launcher does. */
    public void watch(long pid) {
        tell("watch " + pid);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            tell("done");
        }
    }

    private synchronized void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
