package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A student's time at a school.
 *
 * @param schoolId the school
 * @param className the class last known
 * @param from first day
 * @param until first day no longer at the school, when known
 */
public record Enrolment(
        String schoolId,
        String className,
        LocalDate from,
        @Nullable LocalDate until) {
    /** Whether the student is at the school on that day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
