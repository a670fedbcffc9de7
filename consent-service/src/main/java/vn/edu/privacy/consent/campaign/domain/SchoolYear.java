package vn.edu.privacy.consent.campaign.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year: 1 August to 31 July, as consent records count it.
 *
 * @param firstYear the calendar year in which it begins
 */
public record SchoolYear(int firstYear) {
    private static final Pattern NAME = Pattern.compile("(20\\d{2})-(20\\d{2})");

    /** Of a name such as {@code 2026-2027}; empty when it is none. */
    public static Optional<SchoolYear> named(String name) {
        Matcher years = NAME.matcher(name);
        if (!years.matches()) {
            return Optional.empty();
        }
        SchoolYear year = new SchoolYear(Integer.parseInt(years.group(1)));
        return year.name().equals(name) ? Optional.of(year) : Optional.empty();
    }

    /** The one that a day belongs to. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** {@code 2026-2027}. */
    public String name() {
        return firstYear + "-" + (firstYear + 1);
    }

    /** Whether the day belongs to it. */
    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** 31 December, the day by which schools ask for a year's answers. */
    public LocalDate endOfCalendarYear() {
        return LocalDate.of(firstYear, Month.DECEMBER, 31);
    }

    /** 31 July. */
    public LocalDate lastDay() {
        return LocalDate.of(firstYear + 1, Month.JULY, 31);
    }
}
