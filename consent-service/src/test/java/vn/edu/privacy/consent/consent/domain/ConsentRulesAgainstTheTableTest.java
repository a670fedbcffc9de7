package vn.edu.privacy.consent.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.GIVEN;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.REFUSED;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.WITHDRAWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.consent.consent.domain.Entry.Decision;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.contracts.law.Regime;
import vn.edu.privacy.platform.testing.Rule;

/**
 * Every short history in every world against a second reading of the table that shares no line with the rules: it looks
 * back from the end where they fold from the beginning.
 */
class ConsentRulesAgainstTheTableTest {
    private static final int LONGEST = 3;
    private static final int LAST_DAY = 5;
    private static final List<UUID> PEOPLE = List.of(Case.STUDENT, Case.FATHER, Case.MOTHER);
    private static final Regime.Parties NARROW = Case.PARTIES.with(Regime.DualConsentScope.DISCLOSURE_ONLY);
    private static final int SHORTER = 2;

    private Terms terms = terms(Case.PARTIES, false);
    private int longest = LONGEST;

    private int compared;
    private int permits;

    @Test
    @Rule({"R-CON-06", "R-CON-09", "R-CH-02", "R-CH-03", "R-CH-12", "R-CH-20", "R-CH-22"})
    void everyShortHistoryInEveryWorldReadsAsTheTableSays() {
        for (World world : World.all()) {
            compareAll(world, new ArrayList<>());
        }
        assertThat(compared).as("histories compared").isGreaterThan(200_000);
        assertThat(permits).as("of them with a PERMIT").isGreaterThan(2_000);
    }

    @Test
    @Rule({"R-CH-10", "R-CH-11"})
    void whereBothAreAskedOnlyOfDisclosuresGuardiansDecideAboutTheRest() {
        terms = terms(NARROW, false);
        longest = SHORTER;
        for (World world : World.all()) {
            compareAll(world.withoutAskingMinors(), new ArrayList<>());
        }
        assertThat(permits).as("histories with a PERMIT").isGreaterThan(500);
    }

    @Test
    @Rule({"R-CH-11", "R-CH-20"})
    void aDisclosureAsksBothUnderEitherReading() {
        terms = terms(NARROW, true);
        longest = SHORTER;
        for (World world : World.all()) {
            compareAll(world, new ArrayList<>());
        }
        assertThat(permits).as("histories with a PERMIT").isGreaterThan(200);
    }

    private static Terms terms(Regime.Parties parties, boolean discloses) {
        return new Terms(
                Case.SCHOOL, 1, World.day(5).atStartOfDay(ConsentRules.ZONE).toInstant(), parties, discloses, 0);
    }

    private void compareAll(World world, List<Decision> decisions) {
        for (int day = 1; day <= LAST_DAY; day++) {
            compare(world, decisions, day);
        }
        if (decisions.size() == longest) {
            return;
        }
        for (UUID person : PEOPLE) {
            for (DecisionKind kind : DecisionKind.values()) {
                List<Decision> longer = new ArrayList<>(decisions);
                longer.add(decision(decisions.size() + 1, person, kind));
                compareAll(world, longer);
            }
        }
    }

    private void compare(World world, List<Decision> decisions, int day) {
        Evaluation found = ConsentRules.evaluate(decisions, world.facts(), terms, Case.noon(World.day(day)));
        boolean ageKnown = !world.required().apply(day).isEmpty();
        int row = ageKnown ? rowToday(world, decisions, day) : 0;
        boolean agrees = ageKnown ? found.state().row() == row : found.answer() == Answer.DENY;
        if (!agrees) {
            fail("%s, day %d, %s: the table says row %d, the rules say %s", world.name(), day, decisions, row, found);
        }
        compared++;
        if (found.answer() == Answer.PERMIT) {
            permits++;
            permitEndsWhenItSays(world, decisions, day, found);
        }
    }

    private void permitEndsWhenItSays(World world, List<Decision> decisions, int day, Evaluation found) {
        Instant until = found.permitUntil();
        assertThat(until).isNotNull();
        List<Decision> made = decisions.stream()
                .filter(decision -> !decision.at().isAfter(Case.noon(World.day(day))))
                .toList();
        assertThat(ConsentRules.evaluate(made, world.facts(), terms, until.minusNanos(1))
                        .answer())
                .as("just before the end of the PERMIT of %s, %s", world.name(), made)
                .isEqualTo(Answer.PERMIT);
        assertThat(ConsentRules.evaluate(made, world.facts(), terms, until).answer())
                .as("at the end of the PERMIT of %s, %s", world.name(), made)
                .isNotEqualTo(Answer.PERMIT);
    }

    /** Decisions are made at noon of days 1, 2, 3; facts change at the beginning of days 2 and 4. */
    private static int rowToday(World world, List<Decision> decisions, int day) {
        int row = rowWithoutMemory(world, decisions, day);
        return row == 12 && !permittedOn(world, decisions, day) ? 11 : row;
    }

    /** Looks back: was there a decision today, or else was it permitted already yesterday? */
    private static boolean permittedOn(World world, List<Decision> decisions, int day) {
        if (day == 0 || rowWithoutMemory(world, decisions, day) != 12) {
            return false;
        }
        boolean decidedToday = day <= decisions.size();
        return decidedToday || permittedOn(world, decisions, day - 1);
    }

    private static int rowWithoutMemory(World world, List<Decision> all, int day) {
        List<Decision> made = all.subList(0, Math.min(all.size(), day));
        Set<Side> required = world.required().apply(day);
        boolean childAsked = required.contains(Side.STUDENT);
        boolean parentsAsked = required.contains(Side.GUARDIAN);
        String child = childAsked ? last(made, Case.STUDENT) : "";
        String father = parentsAsked && world.father().test(day) ? last(made, Case.FATHER) : "";
        String mother = parentsAsked && world.mother().test(day) ? last(made, Case.MOTHER) : "";
        String words = child + father + mother;
        if (words.contains("W")) {
            return 3;
        }
        if ((father + mother).contains("G") && (father + mother).contains("R")) {
            return 4;
        }
        if (words.contains("R")) {
            return 5;
        }
        if (words.isEmpty()) {
            return 6;
        }
        if ((childAsked && child.isEmpty()) || (parentsAsked && (father + mother).isEmpty())) {
            return 7;
        }
        return day >= 5 || !world.enrolled().test(day) ? 9 : 12;
    }

    private static String last(List<Decision> made, UUID person) {
        String word = "";
        for (Decision decision : made) {
            if (decision.party().equals(person)) {
                word = decision.kind().name().substring(0, 1);
            }
        }
        return word;
    }

    private static Decision decision(int seq, UUID person, DecisionKind kind) {
        Capacity capacity = person.equals(Case.STUDENT)
                ? Capacity.SELF
                : person.equals(Case.FATHER) ? Capacity.FATHER : Capacity.MOTHER;
        return new Decision(
                new UUID(3, seq),
                seq,
                person,
                capacity,
                kind,
                1,
                Case.CATEGORIES,
                false,
                null,
                false,
                Case.noon(World.day(seq)));
    }

    @Test
    void theOracleKnowsTheCasesOfTheTable() {
        World child = World.all().stream()
                .filter(world -> world.name().startsWith("10, both parents"))
                .findFirst()
                .orElseThrow();
        List<Decision> all = List.of(
                decision(1, Case.FATHER, GIVEN),
                decision(2, Case.MOTHER, REFUSED),
                decision(3, Case.STUDENT, WITHDRAWN));
        assertThat(rowToday(child, all, 1)).isEqualTo(7);
        assertThat(rowToday(child, all, 2)).isEqualTo(4);
        assertThat(rowToday(child, all, 3)).isEqualTo(3);
    }
}
