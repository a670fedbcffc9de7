package vn.edu.privacy.consent.announcement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.contracts.law.Birthdays;
import vn.edu.privacy.contracts.law.Regime;
import vn.edu.privacy.contracts.law.Regime.Minor16To17;

/**
 * At which ages it changes who decides for a student, and who it is that decides.
 *
 * @param parties of the regime in force and those upheld with it
 */
record DecidingAges(Regime.Parties parties) {
    /** The birthdays that change who decides: the 7th, the 18th, and the 16th where the regime says so (R-CH-21). */
    List<Turning> turnings() {
        List<Turning> turnings = new ArrayList<>();
        turnings.add(
                new Turning(parties.childDecidesFromAge(), birth -> decides(birth, parties.childDecidesFromAge())));
        if (parties.minor16to17() != Minor16To17.DUAL) {
            turnings.add(new Turning(Minor16To17.FROM_AGE, birth -> Birthdays.adultOn(birth, Minor16To17.FROM_AGE)));
        }
        turnings.add(new Turning(parties.adultFromAge(), birth -> Birthdays.adultOn(birth, parties.adultFromAge())));
        return turnings;
    }

    /** Whether who decides changes on that day. */
    boolean isTurning(@Nullable LocalDate birth, LocalDate day) {
        return birth != null
                && turnings().stream().anyMatch(turning -> turning.on(birth).equals(day));
    }

    /** Student, by the own login, and guardians in force; an adult's former guardians are not among them (R-CH-24). */
    List<UUID> concerned(StudentFacts student, LocalDate day) {
        LocalDate birth = student.birthDate();
        boolean adult = birth != null && !day.isBefore(Birthdays.adultOn(birth, parties.adultFromAge()));
        Stream<UUID> guardians = student.guardians().stream()
                .filter(guardian -> !adult && guardian.inForce(day))
                .map(guardian -> guardian.personId());
        return Stream.concat(Stream.ofNullable(student.personId()), guardians)
                .distinct()
                .sorted()
                .toList();
    }

    /** Those concerned without a student who is too young to decide (R-CH-02). */
    List<UUID> deciding(StudentFacts student, LocalDate day) {
        LocalDate birth = student.birthDate();
        boolean decides = birth != null && !day.isBefore(decides(birth, parties.childDecidesFromAge()));
        return concerned(student, day).stream()
                .filter(person -> decides || !person.equals(student.personId()))
                .toList();
    }

    private static LocalDate decides(LocalDate birth, int age) {
        return Birthdays.childDecidesOn(birth, age);
    }

    /**
     * A birthday that changes who decides.
     *
     * @param age full years
     * @param day when somebody born on that day reaches them
     */
    record Turning(int age, UnaryOperator<LocalDate> day) {
        LocalDate on(LocalDate birth) {
            return day.apply(birth);
        }

        /** Nobody born before it has the birthday after {@code today}. */
        LocalDate firstBirth(LocalDate today) {
            return today.minusYears(age).minusDays(1);
        }

        /** Nobody born after it has the birthday up to {@code until}. */
        LocalDate lastBirth(LocalDate until) {
            return until.minusYears(age).plusDays(1);
        }
    }
}
