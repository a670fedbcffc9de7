package vn.edu.privacy.notification.guardianship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From which age a student decides too, and from which alone (R-CH-02).
 *
 * @param child the age from which the child acts too
 * @param adult the age from which the student alone acts
 */
record Ages(int child, int adult) {
    /** Whether the student may act; not proven without a birth date (R-CH-03). */
    boolean mayAct(@Nullable LocalDate birth, LocalDate day) {
        return reached(child, birth, day);
    }

    /** Whether nobody else may act for the student any more. */
    boolean isAdult(@Nullable LocalDate birth, LocalDate day) {
        return reached(adult, birth, day);
    }

    private static boolean reached(int age, @Nullable LocalDate birth, LocalDate day) {
        return birth != null && !day.isBefore(birthday(birth, age));
    }

    /** Born on 29 February, the day is 1 March where there is none. */
    private static LocalDate birthday(LocalDate birth, int age) {
        LocalDate day = birth.plusYears(age);
        return day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);
    }
}
