package vn.edu.privacy.notification.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.contracts.law.BreachRule;

/**
 * One of the deadlines of a violation.
 *
 * @param code who is to be told
 * @param regime by which body of law
 * @param due the first moment that is too late
 * @param countedFrom which moment it was counted from
 * @param occurrenceUnknown whether detection stands in for an occurrence that nobody knows (R-BR-12)
 * @param article the provision it comes from
 * @param metAt when they were told; null while it runs
 */
public record IncidentClock(
        Code code,
        String regime,
        Instant due,
        BreachRule.From countedFrom,
        boolean occurrenceUnknown,
        String article,
        @Nullable Instant metAt) {

    /** Whether nobody was told in time: too late, or still not although the time is over. */
    public boolean isMissed(Instant now) {
        return !(metAt == null ? now : metAt).isBefore(due);
    }

    /** Who is to be told. */
    public enum Code {
        /** The specialised authority. */
        AUTHORITY,
        /** The people whose data it is. */
        PEOPLE
    }
}
