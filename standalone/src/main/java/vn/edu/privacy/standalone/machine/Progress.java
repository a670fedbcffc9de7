package vn.edu.privacy.standalone.machine;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Progress lines with the seconds since the start, so that a waiting person sees that work goes on. */
public final class Progress {

    private final PrintStream out;
    private final Instant began = Instant.now();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** One line, stamped with the seconds since the start. */
    public synchronized void step(String text) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", sinceStart().toMillis() / 1000.0, text);
        out.flush();
    }

    /** Text as it is, for the summary. */
    public synchronized void print(String text) {
        out.println(text);
        out.flush();
    }

    /** Time since this progress began. */
    public Duration sinceStart() {
        return Duration.between(began, Instant.now());
    }
}
