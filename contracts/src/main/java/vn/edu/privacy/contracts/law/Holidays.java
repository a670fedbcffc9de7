package vn.edu.privacy.contracts.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which days are working days in Viet Nam: Monday to Friday, less public holidays, plus days swapped in. */
public final class Holidays {
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> swappedIn;
    private final Set<Integer> years;

    private Holidays(Set<LocalDate> holidays, Set<LocalDate> swappedIn, Set<Integer> years) {
        this.holidays = Set.copyOf(holidays);
        this.swappedIn = Set.copyOf(swappedIn);
        this.years = Set.copyOf(years);
    }

    /** Reads {@code contracts/law/holidays.yaml}. */
    public static Holidays load() {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> swappedIn = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        for (Map.Entry<?, ?> year :
                Regimes.map(Regimes.yaml("holidays.yaml"), "years").entrySet()) {
            Map<String, Object> days = Regimes.cast(year.getValue());
            years.add(Integer.valueOf(String.valueOf((Object) year.getKey())));
            add(holidays, Regimes.required(days, "holidays"));
            add(swappedIn, Regimes.required(days, "working"));
        }
        return new Holidays(holidays, swappedIn, years);
    }

    /** Whether people work on this day. A year without data has its weekends only, which makes deadlines earlier. */
    public boolean isWorkingDay(LocalDate day) {
        if (swappedIn.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /** Whether the holidays of this year are known, so that an operator can be warned in time. */
    public boolean knows(int year) {
        return years.contains(year);
    }

    private static void add(Set<LocalDate> into, Object list) {
        ((List<?>) list).forEach(day -> into.add(Regimes.date(day)));
    }
}
