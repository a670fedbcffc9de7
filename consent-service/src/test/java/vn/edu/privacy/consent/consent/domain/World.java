package vn.edu.privacy.consent.consent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * A student whose facts change at the beginning of days 2 and 4, told twice: as the roster tells it to the rules, and in
 * plain sets and predicates by day for the oracle.
 *
 * @param name for the failure message
 * @param facts what the rules are given
 * @param required the sides needed on a day; empty while the age is not verified
 * @param father whether the father may act on a day
 * @param mother whether the mother may act on a day
 * @param enrolled whether the student is at the school on a day
 */
record World(
        String name,
        StudentFacts facts,
        IntFunction<Set<Side>> required,
        IntPredicate father,
        IntPredicate mother,
        IntPredicate enrolled) {
    static final LocalDate ZERO = LocalDate.of(2026, 10, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final Set<Side> GUARDIANS = EnumSet.of(Side.GUARDIAN);
    private static final Set<Side> BOTH = EnumSet.allOf(Side.class);
    private static final Set<Side> ALONE = EnumSet.of(Side.STUDENT);

    static LocalDate day(int index) {
        return ZERO.plusDays(index);
    }

    /** Every age with every course of the relations and of the enrolment. */
    static List<World> all() {
        List<World> worlds = new ArrayList<>();
        for (Years age : ages()) {
            for (Relations relations : relations()) {
                worlds.add(world(age, relations, day -> true, List.of(stay(LONG_AGO, null))));
            }
            worlds.add(world(
                    age,
                    relations().getFirst(),
                    day -> day < 2 || day >= 4,
                    List.of(stay(LONG_AGO, day(2)), stay(day(4), null))));
        }
        return worlds;
    }

    /** The same, where a minor is asked about nothing and the guardians decide alone (R-CH-11). */
    World withoutAskingMinors() {
        return new World(
                name + ", minors not asked",
                facts,
                day -> required.apply(day).equals(BOTH) ? GUARDIANS : required.apply(day),
                father,
                mother,
                enrolled);
    }

    private static World world(Years age, Relations relations, IntPredicate enrolled, List<Enrolment> stays) {
        return new World(
                age.name + ", " + relations.name + ", " + stays.size() + " stay(s)",
                new StudentFacts(
                        Case.STUDENT, Case.SCHOOL, Case.STUDENT, age.birth, age.verified, stays, relations.rows),
                age.required,
                relations.father,
                relations.mother,
                enrolled);
    }

    private static List<Years> ages() {
        return List.of(
                new Years("below 7", day(0).minusYears(5), true, day -> GUARDIANS),
                new Years("7 on day 2", day(2).minusYears(7), true, day -> day < 2 ? GUARDIANS : BOTH),
                new Years("10", day(0).minusYears(10), true, day -> BOTH),
                new Years("18 on day 4", day(4).minusYears(18), true, day -> day < 4 ? BOTH : ALONE),
                new Years("18 on day 2", day(2).minusYears(18), true, day -> day < 2 ? BOTH : ALONE),
                new Years("adult", day(0).minusYears(19), true, day -> ALONE),
                new Years("age unverified", day(0).minusYears(10), false, day -> Set.of()),
                new Years("age unknown", null, false, day -> Set.of()));
    }

    private static List<Relations> relations() {
        return List.of(
                new Relations(
                        "both parents",
                        List.of(father(LONG_AGO, null, null, null), mother(LONG_AGO, null, null, null)),
                        day -> true,
                        day -> true),
                new Relations(
                        "mother ends",
                        List.of(father(LONG_AGO, null, null, null), mother(LONG_AGO, day(2), null, null)),
                        day -> true,
                        day -> day < 2),
                new Relations(
                        "mother ends late",
                        List.of(father(LONG_AGO, null, null, null), mother(LONG_AGO, day(4), null, null)),
                        day -> true,
                        day -> day < 4),
                new Relations(
                        "father suspended",
                        List.of(father(LONG_AGO, null, day(2), day(4)), mother(LONG_AGO, null, null, null)),
                        day -> day < 2 || day >= 4,
                        day -> true),
                new Relations(
                        "mother begins",
                        List.of(father(LONG_AGO, null, null, null), mother(day(2), null, null, null)),
                        day -> true,
                        day -> day >= 2),
                new Relations("nobody", List.of(), day -> false, day -> false));
    }

    private static Guardianship father(
            LocalDate from, @Nullable LocalDate until, @Nullable LocalDate suspended, @Nullable LocalDate resumed) {
        return new Guardianship(Case.FATHER, Capacity.FATHER, from, until, suspended, resumed);
    }

    private static Guardianship mother(
            LocalDate from, @Nullable LocalDate until, @Nullable LocalDate suspended, @Nullable LocalDate resumed) {
        return new Guardianship(Case.MOTHER, Capacity.MOTHER, from, until, suspended, resumed);
    }

    private static Enrolment stay(LocalDate from, @Nullable LocalDate until) {
        return new Enrolment(Case.SCHOOL, "4A", from, until);
    }

    private record Years(String name, @Nullable LocalDate birth, boolean verified, IntFunction<Set<Side>> required) {}

    private record Relations(String name, List<Guardianship> rows, IntPredicate father, IntPredicate mother) {}
}
