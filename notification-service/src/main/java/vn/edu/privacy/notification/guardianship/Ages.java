package vn.edu.privacy.notification.guardianship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.contracts.law.Birthdays;

/**
 * From which age a student decides too, and from which alone (R-CH-02).
 *
 * @param child the age from which the child acts too
 * @param adult the age from which the student alone acts
 */
record Ages(int child, int adult) {
    /** Whether the student may act; not proven without a birth date (R-CH-03). */
    boolean mayAct(@Nullable LocalDate birth, LocalDate day) {
        return birth != null && !day.isBefore(Birthdays.childDecidesOn(birth, child));
    }

    /** Whether nobody else may act for the student any more. */
    boolean isAdult(@Nullable LocalDate birth, LocalDate day) {
        return birth != null && !day.isBefore(Birthdays.adultOn(birth, adult));
    }
}
