package vn.edu.privacy.notification.deadline;

import java.time.Instant;
import java.util.List;

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
}
