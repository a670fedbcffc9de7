package vn.edu.privacy.consent.consent.domain;

import java.time.LocalDate;
import java.time.Month;

/** Full years ("từ đủ"), and the days on which they are reached. */
final class Age {
    private Age() {}

    /** The 7th birthday, from which the child decides too; born on 29 February: the earlier day protects more. */
    static LocalDate childDecidesOn(LocalDate birth, int years) {
        return birth.plusYears(years);
    }

    /** The 18th birthday, at which the guardians' authority ends; born on 29 February: the later day protects more. */
    static LocalDate adultOn(LocalDate birth, int years) {
        LocalDate day = birth.plusYears(years);
        boolean leapling = birth.getMonth() == Month.FEBRUARY && birth.getDayOfMonth() == 29;
        return leapling && !day.isLeapYear() ? day.plusDays(1) : day;
    }
}
