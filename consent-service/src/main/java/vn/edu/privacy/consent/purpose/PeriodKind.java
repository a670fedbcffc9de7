package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.time.Month;

/** For how long one consent record stands. */
public enum PeriodKind {
    /** One record per school year, which runs from 1 August to 31 July. */
    SCHOOL_YEAR,
    /** One record as long as the student is at the school. */
    OPEN_ENDED;

    /**
     * The period that a day belongs to.
     *
     * @param day in Asia/Ho_Chi_Minh
     * @return {@code 2026-2027} or {@code open-ended}
     */
    public String periodOn(LocalDate day) {
        if (this == OPEN_ENDED) {
            return "open-ended";
        }
        int start = day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1;
        return start + "-" + (start + 1);
    }
}
