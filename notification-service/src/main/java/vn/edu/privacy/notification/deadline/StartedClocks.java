package vn.edu.privacy.notification.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vn.edu.privacy.contracts.law.ClockRule;

/**
 * What starts to run when a request is received.
 *
 * @param regime id of the body of law in force on that day
 * @param from since when they run
 * @param clocks of that regime and of the upheld ones
 */
public record StartedClocks(String regime, Instant from, List<RunningClock> clocks) {
    public StartedClocks {
        clocks = List.copyOf(clocks);
    }

    /** The earliest moment before which the matter itself, and not only a reply, is due. */
    public Instant carriedOutBy() {
        return clocks.stream()
                .filter(clock -> clock.code() != ClockRule.Code.ACKNOWLEDGE)
                .map(RunningClock::due)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("no deadline for it in " + regime));
    }
}
