package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Entry.Correction;
import vn.edu.privacy.consent.consent.domain.Entry.Decision;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * The truth table of consent (Decree 13 art. 11, 12, 20): what the decisions on one record amount to, for a student with
 * these facts, at an instant. A fold over entries in ledger order and over the days on which a fact changes, since
 * nothing but a decision may turn another answer into PERMIT (row 11): a correction, like any fact, only takes away.
 */
public final class ConsentRules {
    /** The zone in which birthdays and relations begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final StudentFacts facts;
    private final Terms terms;
    private final List<Entry> entries;
    private final List<Entry> learntLater;

    private ConsentRules(Collection<? extends Entry> known, StudentFacts facts, Terms terms, Instant at) {
        this.facts = facts;
        this.terms = terms;
        List<Entry> sorted = History.sorted(known);
        this.entries = sorted.stream().filter(entry -> !entry.at().isAfter(at)).toList();
        this.learntLater = sorted.stream()
                .filter(entry -> entry instanceof Correction && entry.at().isAfter(at))
                .toList();
    }

    /**
     * Evaluates a record.
     *
     * @param known all that is known of the record, in any order. What was recorded after the instant is not looked at,
     *     except that corrections hold for the past too; to ask what was known then, leave later entries out
     * @param facts what the roster knows of the student
     * @param terms purpose, period and regime
     * @param at the instant asked about
     */
    public static Evaluation evaluate(Collection<? extends Entry> known, StudentFacts facts, Terms terms, Instant at) {
        return new ConsentRules(known, facts, terms, at).at(at);
    }

    /** The sides that must decide on a day, in Asia/Ho_Chi_Minh. */
    public static Set<Side> requiredSides(StudentFacts facts, Terms terms, LocalDate day) {
        return RequiredSides.on(day, facts, terms);
    }

    /** Whether anybody's newest decision is an agreement, so that there is something to withdraw. */
    public static boolean agreementStands(Collection<? extends Entry> entries) {
        return History.agreementStands(entries);
    }

    /** What each decision that stands has to be read as, by its seq; rejected and left out ones are absent. */
    public static Map<Long, DecisionKind> standing(Collection<? extends Entry> entries) {
        List<Entry> sorted = History.sorted(entries);
        return History.of(sorted, List.of()).decisions().stream()
                .collect(Collectors.toMap(Decision::seq, Decision::kind));
    }

    private Evaluation at(Instant at) {
        TreeSet<Instant> changes = factChanges();
        Picture picture = fold(changes, at);
        Sides now = sides(entries, day(at));
        boolean given = picture.state() == ConsentState.GIVEN;
        Instant until = given ? permitUntil(changes, at, picture) : null;
        Set<UUID> conditional = given ? conditional(now) : Set.of();
        boolean reminder = picture.state().reminderMayHelp() && now.canBeSatisfied();
        return new Evaluation(picture.state(), picture.categories(), conditional, until, now.missing(), reminder);
    }

    private Set<UUID> conditional(Sides now) {
        return now.renewed(terms.majorVersion()).stream()
                .filter(Decision::conditional)
                .map(Decision::id)
                .collect(Collectors.toSet());
    }

    /** Walks through every change up to the instant, remembering what was permitted before it. */
    private Picture fold(TreeSet<Instant> changes, Instant at) {
        List<Entry> seen = new ArrayList<>();
        Set<String> permitted = null;
        Iterator<Instant> days = changes.headSet(at, true).iterator();
        Instant day = next(days);
        for (Entry entry : entries) {
            for (; day != null && !day.isAfter(entry.at()); day = next(days)) {
                permitted = afterFact(permitted, seen, day);
            }
            seen.add(entry);
            permitted = History.expressesWill(entry) ? afterWill(seen, entry) : afterFact(permitted, seen, entry.at());
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

    /** Somebody's will may grant; null when nothing is permitted. */
    private @Nullable Set<String> afterWill(List<Entry> seen, Entry entry) {
        boolean given = rowsOneToTen(seen, entry.at()) == ConsentState.GIVEN;
        return given && entry.seq() > terms.reconfirmAfter() ? granted(seen, entry.at()) : null;
    }

    /** A fact can only take away: the whole, or categories. */
    private @Nullable Set<String> afterFact(@Nullable Set<String> before, List<Entry> seen, Instant moment) {
        if (before == null || rowsOneToTen(seen, moment) != ConsentState.GIVEN) {
            return null;
        }
        Set<String> left = new HashSet<>(before);
        left.retainAll(granted(seen, moment));
        return left;
    }

    private Set<String> granted(List<Entry> seen, Instant moment) {
        return sides(seen, day(moment)).categories(terms.majorVersion());
    }

    private static @Nullable Instant next(Iterator<Instant> instants) {
        return instants.hasNext() ? instants.next() : null;
    }

    private record Picture(ConsentState state, Set<String> categories) {}

    private ConsentState rowsOneToTen(List<Entry> seen, Instant at) {
        History history = History.of(seen, learntLater);
        if (history.ended()) {
            return ConsentState.ENDED;
        }
        if (history.restricted()) {
            return ConsentState.RESTRICTED;
        }
        Sides sides = sides(history, day(at));
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
            return history.decisions().isEmpty() ? ConsentState.NOT_ASKED : ConsentState.REQUESTED;
        }
        if (sides.any(SideAnswer.UNANSWERED) || !sides.canBeSatisfied()) {
            return ConsentState.AWAITING_PARTY;
        }
        if (sides.counting().stream().anyMatch(Decision::needsCheck)) {
            return ConsentState.AWAITING_CHECK;
        }
        if (!at.isBefore(terms.ends()) || !enrolled(day(at)) || sides.ended()) {
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
        entries.forEach(entry -> {
            if (entry instanceof Decision decision && decision.lastDay() != null) {
                days.add(decision.lastDay().plusDays(1));
            }
        });
        LocalDate birth = facts.birthDate();
        if (birth != null) {
            days.addAll(RequiredSides.changes(birth, terms.parties()));
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

    private Sides sides(List<Entry> seen, LocalDate day) {
        return sides(History.of(seen, learntLater), day);
    }

    private Sides sides(History history, LocalDate day) {
        Map<Side, List<Decision>> latest = new HashMap<>();
        for (Side side : RequiredSides.on(day, facts, terms)) {
            latest.put(
                    side,
                    side == Side.STUDENT ? ofStudent(history.decisions()) : ofGuardians(history.decisions(), day));
        }
        return new Sides(latest, history.settlement(), day, facts.birthDate() != null && facts.birthDateVerified());
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
