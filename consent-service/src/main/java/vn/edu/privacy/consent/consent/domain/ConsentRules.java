package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * The truth table of consent (Decree 13 art. 11, 12, 20): what the decisions on one record amount to, for a student with
 * these facts, at an instant. A fold over decisions in ledger order and over the days on which a fact changes, since
 * nothing but a decision may turn another answer into PERMIT (row 11).
 */
public final class ConsentRules {
    /** The zone in which birthdays and relations begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final StudentFacts facts;
    private final Terms terms;
    private final List<Decision> decisions;

    private ConsentRules(Collection<Decision> decisions, StudentFacts facts, Terms terms) {
        this.facts = facts;
        this.terms = terms;
        this.decisions = decisions.stream()
                .sorted(Comparator.comparingLong(Decision::seq))
                .toList();
    }

    /**
     * Evaluates a record.
     *
     * @param decisions all decisions on the record, in any order
     * @param facts what the roster knows of the student
     * @param terms purpose, period and regime
     * @param at the instant asked about
     */
    public static Evaluation evaluate(Collection<Decision> decisions, StudentFacts facts, Terms terms, Instant at) {
        return new ConsentRules(decisions, facts, terms).at(at);
    }

    /** The sides that must decide on a day, in Asia/Ho_Chi_Minh. */
    public static Set<Side> requiredSides(StudentFacts facts, Terms terms, LocalDate day) {
        return new ConsentRules(List.of(), facts, terms).requiredOn(day);
    }

    private Evaluation at(Instant at) {
        TreeSet<Instant> changes = factChanges();
        ConsentState state = fold(changes, at);
        Sides now = sides(decided(at), day(at));
        Set<String> categories = state == ConsentState.GIVEN ? now.categories() : Set.of();
        Instant until = state == ConsentState.GIVEN ? permitUntil(changes, at) : null;
        boolean reminder = state.reminderMayHelp() && now.canBeSatisfied();
        return new Evaluation(state, categories, until, now.missing(), reminder);
    }

    /** Walks through every change up to the instant, remembering whether the answer before it was PERMIT. */
    private ConsentState fold(TreeSet<Instant> changes, Instant at) {
        List<Decision> seen = new ArrayList<>();
        int next = 0;
        boolean permitted = false;
        ConsentState state;
        List<Instant> facts = new ArrayList<>(changes.headSet(at, true));
        int fact = 0;
        while (fact < facts.size()
                || (next < decisions.size() && !decisions.get(next).at().isAfter(at))) {
            boolean decisionIsNext = fact == facts.size()
                    || (next < decisions.size() && decisions.get(next).at().isBefore(facts.get(fact)));
            if (decisionIsNext) {
                Decision decision = decisions.get(next++);
                seen.add(decision);
                state = rowsOneToTen(seen, decision.at());
                if (state == ConsentState.GIVEN && decision.seq() <= terms.reconfirmAfter()) {
                    state = ConsentState.AWAITING_RECONFIRMATION;
                }
            } else {
                Instant moment = facts.get(fact++);
                state = rowsOneToTen(seen, moment);
                if (state == ConsentState.GIVEN && !permitted) {
                    state = ConsentState.AWAITING_RECONFIRMATION;
                }
            }
            permitted = state == ConsentState.GIVEN;
        }
        ConsentState present = rowsOneToTen(seen, at);
        return present == ConsentState.GIVEN && !permitted ? ConsentState.AWAITING_RECONFIRMATION : present;
    }

    private ConsentState rowsOneToTen(List<Decision> seen, Instant at) {
        switch (terms.standing()) {
            case ENDED -> {
                return ConsentState.ENDED;
            }
            case RESTRICTED -> {
                return ConsentState.RESTRICTED;
            }
            case NORMAL -> {}
        }
        Sides sides = sides(seen, day(at));
        if (sides.any(SideAnswer.WITHDRAWN)) {
            return ConsentState.WITHDRAWN;
        }
        if (sides.any(SideAnswer.CONFLICT)) {
            return ConsentState.CONFLICT;
        }
        if (sides.any(SideAnswer.REFUSED)) {
            return ConsentState.REFUSED;
        }
        if (sides.all(SideAnswer.UNANSWERED)) {
            return seen.isEmpty() ? ConsentState.NOT_ASKED : ConsentState.REQUESTED;
        }
        if (sides.any(SideAnswer.UNANSWERED) || !sides.canBeSatisfied()) {
            return ConsentState.AWAITING_PARTY;
        }
        if (sides.counting().stream().anyMatch(decision -> !decision.checked())) {
            return ConsentState.AWAITING_CHECK;
        }
        if (!at.isBefore(terms.ends()) || !enrolled(day(at))) {
            return ConsentState.EXPIRED;
        }
        if (sides.counting().stream().anyMatch(decision -> decision.majorVersion() < terms.majorVersion())) {
            return ConsentState.STALE;
        }
        return ConsentState.GIVEN;
    }

    private boolean enrolled(LocalDate day) {
        return facts.enrolments().stream()
                .anyMatch(enrolment -> enrolment.schoolId().equals(terms.schoolId()) && enrolment.inForce(day));
    }

    private Instant permitUntil(TreeSet<Instant> changes, Instant at) {
        for (Instant change : changes.tailSet(at, false)) {
            if (!change.isBefore(terms.ends())) {
                break;
            }
            if (fold(changes, change) != ConsentState.GIVEN) {
                return change;
            }
        }
        return terms.ends();
    }

    private List<Decision> decided(Instant at) {
        return decisions.stream().filter(decision -> !decision.at().isAfter(at)).toList();
    }

    /** Start of each day on which a fact that matters changes. */
    private TreeSet<Instant> factChanges() {
        Set<LocalDate> days = new HashSet<>();
        for (Guardianship relation : facts.guardians()) {
            add(days, relation.from());
            add(days, relation.until());
            add(days, relation.suspendedFrom());
            add(days, relation.suspendedUntil());
        }
        facts.enrolments().forEach(enrolment -> {
            add(days, enrolment.from());
            add(days, enrolment.until());
        });
        if (facts.birthDate() != null) {
            add(days, Age.childDecidesOn(facts.birthDate(), terms.childDecidesFromAge()));
            add(days, Age.adultOn(facts.birthDate(), terms.adultFromAge()));
        }
        TreeSet<Instant> instants = new TreeSet<>();
        days.forEach(day -> instants.add(day.atStartOfDay(ZONE).toInstant()));
        return instants;
    }

    private static void add(Set<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private Sides sides(List<Decision> seen, LocalDate day) {
        Map<Side, List<Decision>> latest = new HashMap<>();
        for (Side side : requiredOn(day)) {
            latest.put(side, side == Side.STUDENT ? ofStudent(seen) : ofGuardians(seen, day));
        }
        return new Sides(latest, facts.birthDate() != null && facts.birthDateVerified());
    }

    /** Below 7 the guardians, from 7 both, from 18 the student (R-CH-02, R-CH-21, R-CH-24); unknown age: both, in vain. */
    private Set<Side> requiredOn(LocalDate day) {
        LocalDate birth = facts.birthDate();
        if (birth == null || !facts.birthDateVerified()) {
            return EnumSet.allOf(Side.class);
        }
        if (!day.isBefore(Age.adultOn(birth, terms.adultFromAge()))) {
            return EnumSet.of(Side.STUDENT);
        }
        return day.isBefore(Age.childDecidesOn(birth, terms.childDecidesFromAge()))
                ? EnumSet.of(Side.GUARDIAN)
                : EnumSet.allOf(Side.class);
    }

    private static List<Decision> ofStudent(List<Decision> seen) {
        return seen.reversed().stream()
                .filter(decision -> decision.side() == Side.STUDENT)
                .limit(1)
                .toList();
    }

    private List<Decision> ofGuardians(List<Decision> seen, LocalDate day) {
        Map<UUID, Decision> latest = new HashMap<>();
        seen.stream()
                .filter(decision -> decision.side() == Side.GUARDIAN)
                .filter(decision -> facts.guardians().stream()
                        .anyMatch(relation -> relation.personId().equals(decision.party()) && relation.inForce(day)))
                .forEach(decision -> latest.put(decision.party(), decision));
        return List.copyOf(latest.values());
    }
}
