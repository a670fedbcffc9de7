package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A relation of a guardian to a student. Whole days in Asia/Ho_Chi_Minh, ends exclusive.
 *
 * @param personId the guardian
 * @param capacity FATHER, MOTHER or GUARDIAN
 * @param from first day in force
 * @param until first day no longer in force, when known
 * @param suspendedFrom first day of a suspension by a court
 * @param suspendedUntil first day after the suspension, when known
 */
public record Guardianship(
        UUID personId,
        Capacity capacity,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedUntil) {
    /** Whether the guardian may act on that day. */
    public boolean inForce(LocalDate day) {
        boolean within = !day.isBefore(from) && (until == null || day.isBefore(until));
        boolean suspended = suspendedFrom != null
                && !day.isBefore(suspendedFrom)
                && (suspendedUntil == null || day.isBefore(suspendedUntil));
        return within && !suspended;
    }
}
