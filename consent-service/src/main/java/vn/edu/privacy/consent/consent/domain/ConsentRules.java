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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.contracts.law.Birthdays;

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

    private ConsentRules(Collection<Decision> decisions, StudentFacts facts, Terms terms, Instant at) {
        this.facts = facts;
        this.terms = terms;
        this.decisions = decisions.stream()
                .filter(decision -> !decision.at().isAfter(at))
                .sorted(Comparator.comparingLong(Decision::seq))
                .toList();
    }

    /**
     * Evaluates a record.
     *
     * @param decisions all decisions on the record, in any order; those made later are not looked at
     * @param facts what the roster knows of the student
     * @param terms purpose, period and regime
     * @param at the instant asked about
     */
    public static Evaluation evaluate(Collection<Decision> decisions, StudentFacts facts, Terms terms, Instant at) {
        return new ConsentRules(decisions, facts, terms, at).at(at);
    }

    /** The sides that must decide on a day, in Asia/Ho_Chi_Minh. */
    public static Set<Side> requiredSides(StudentFacts facts, Terms terms, LocalDate day) {
        return new ConsentRules(List.of(), facts, terms, Instant.MAX).requiredOn(day);
    }

    private Evaluation at(Instant at) {
        TreeSet<Instant> changes = factChanges();
        Picture picture = fold(changes, at);
        Sides now = sides(decisions, day(at));
        boolean given = picture.state() == ConsentState.GIVEN;
        Instant until = given ? permitUntil(changes, at, picture) : null;
        boolean reminder = picture.state().reminderMayHelp() && now.canBeSatisfied();
        return new Evaluation(picture.state(), picture.categories(), until, now.missing(), reminder);
    }

    /** Walks through every change up to the instant, remembering what was permitted before it. */
    private Picture fold(TreeSet<Instant> changes, Instant at) {
        List<Decision> seen = new ArrayList<>();
        Set<String> permitted = null;
        Iterator<Instant> days = changes.headSet(at, true).iterator();
        Instant day = next(days);
        for (Decision decision : decisions) {
            for (; day != null && !day.isAfter(decision.at()); day = next(days)) {
                permitted = afterFact(permitted, seen, day);
            }
            seen.add(decision);
            permitted = afterDecision(seen, decision);
        }
        for (; day != null; day = next(days)) {
            permitted = afterFact(permitted, seen, day);
        }
        permitted = afterFact(permitted, seen, at);
        ConsentState present = rowsOneToTen(seen, at);
        if (present != ConsentState.GIVEN) {
            return new Picture(present, Set.of());
        }
        return permitted == null
                ? new Picture(ConsentState.AWAITING_RECONFIRMATION, Set.of())
                : new Picture(present, permitted);
    }

    /** A decision may grant; null when nothing is permitted. */
    private @Nullable Set<String> afterDecision(List<Decision> seen, Decision decision) {
        boolean given = rowsOneToTen(seen, decision.at()) == ConsentState.GIVEN;
        return given && decision.seq() > terms.reconfirmAfter() ? granted(seen, decision.at()) : null;
    }

    /** A fact can only take away: the whole, or categories. */
    private @Nullable Set<String> afterFact(@Nullable Set<String> before, List<Decision> seen, Instant moment) {
        if (before == null || rowsOneToTen(seen, moment) != ConsentState.GIVEN) {
            return null;
        }
        Set<String> left = new HashSet<>(before);
        left.retainAll(granted(seen, moment));
        return left;
    }

    private Set<String> granted(List<Decision> seen, Instant moment) {
        return sides(seen, day(moment)).categories(terms.majorVersion());
    }

    private static @Nullable Instant next(Iterator<Instant> instants) {
        return instants.hasNext() ? instants.next() : null;
    }

    private record Picture(ConsentState state, Set<String> categories) {}

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
        if (sides.stale(terms.majorVersion())) {
            return ConsentState.STALE;
        }
        return ConsentState.GIVEN;
    }

    private boolean enrolled(LocalDate day) {
        return facts.enrolments().stream()
                .anyMatch(enrolment -> enrolment.schoolId().equals(terms.schoolId()) && enrolment.inForce(day));
    }

    /** Until when this very answer holds: categories that a fact takes away end it too. */
    private Instant permitUntil(TreeSet<Instant> changes, Instant at, Picture now) {
        for (Instant change : changes.tailSet(at, false)) {
            if (!change.isBefore(terms.ends())) {
                break;
            }
            if (!fold(changes, change).equals(now)) {
                return change;
            }
        }
        return terms.ends();
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
            add(days, Birthdays.childDecidesOn(facts.birthDate(), terms.childDecidesFromAge()));
            add(days, Birthdays.adultOn(facts.birthDate(), terms.adultFromAge()));
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
        if (!day.isBefore(Birthdays.adultOn(birth, terms.adultFromAge()))) {
            return EnumSet.of(Side.STUDENT);
        }
        return day.isBefore(Birthdays.childDecidesOn(birth, terms.childDecidesFromAge()))
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
