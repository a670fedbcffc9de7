package vn.edu.privacy.notification.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.contracts.law.ClockRule;

/**
 * One deadline of a request.
 *
 * @param code the step that it measures
 * @param due the first moment that is too late
 * @param article the provision it comes from
 * @param metAt when the step was done; absent while the clock runs
 * @param extendedFrom when it was due before it was extended
 * @param pausedAt since when it stands still, while the requester has to answer
 */
public record RunningClock(
        ClockRule.Code code,
        Instant due,
        String article,
        @Nullable Instant metAt,
        @Nullable Instant extendedFrom,
        @Nullable Instant pausedAt) {
    /** Whether the step has not been done. */
    public boolean isOpen() {
        return metAt == null;
    }

    /** Whether it measures work on the request that has not been done; neither the reply nor an appeal is. */
    public boolean measuresWork() {
        return isOpen() && code != ClockRule.Code.ACKNOWLEDGE && code != ClockRule.Code.APPEAL;
    }

    RunningClock extendedTo(Instant later) {
        return new RunningClock(code, later, article, metAt, due, pausedAt);
    }

    RunningClock resumedTo(Instant later) {
        return new RunningClock(code, later, article, metAt, extendedFrom, null);
    }
}
