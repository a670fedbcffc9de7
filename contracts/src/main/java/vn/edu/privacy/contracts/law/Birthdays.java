package vn.edu.privacy.contracts.law;

import java.time.LocalDate;
import java.time.Month;

/**
 * The days on which full years ("từ đủ") are reached. The law is silent on people born on 29 February; in a year without
 * that day each rule takes the day that protects more (R-CH-25, decision 0005).
 */
public final class Birthdays {
    private Birthdays() {}

    /** From when on a child decides too: the earlier day, 28 February. */
    public static LocalDate childDecidesOn(LocalDate birth, int years) {
        return birth.plusYears(years);
    }

    /** From when on guardians no longer act: the later day, 1 March. */
    public static LocalDate adultOn(LocalDate birth, int years) {
        LocalDate day = birth.plusYears(years);
        boolean leapling = birth.getMonth() == Month.FEBRUARY && birth.getDayOfMonth() == 29;
        return leapling && !day.isLeapYear() ? day.plusDays(1) : day;
    }
}
