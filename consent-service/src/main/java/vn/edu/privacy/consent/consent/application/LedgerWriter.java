package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Decision;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.consent.domain.Terms;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/** Appends decisions to a student's ledger, one writer at a time, with projection and event in the same transaction. */
public final class LedgerWriter {
    private final Consents consents;
    private final Students students;
    private final ConsentEvents events;
    private final RecordTerms terms;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** Collaborators: ledger, roster, events, the regime's terms, time and ids. */
    public LedgerWriter(
            Consents consents,
            Students students,
            ConsentEvents events,
            RecordTerms terms,
            Clock clock,
            Supplier<UUID> ids) {
        this.consents = consents;
        this.students = students;
        this.events = events;
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Appends all of it, in order.
     *
     * @throws DecisionRefused (as an error signal) when nothing stands to be withdrawn, or the person is not asked
     */
    public Mono<List<Recorded>> append(UUID studentId, UUID party, Capacity capacity, List<Wanted> wanted) {
        return consents.lock(studentId)
                .flatMap(head -> Mono.zip(
                                students.facts(studentId),
                                consents.entries(studentId).collectList(),
                                consents.records(studentId).collectMap(StoredRecord::key))
                        .flatMap(known -> {
                            Writing writing = new Writing(
                                    party, capacity, known.getT1(), known.getT2(), known.getT3(), head, now(head));
                            return Flux.fromIterable(wanted)
                                    .concatMap(writing::append)
                                    .collectList();
                        }));
    }

    private Instant now(Consents.Head head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(head.lastAt()) ? head.lastAt() : now;
    }

    /**
     * One decision to append.
     *
     * @param purpose the version in force
     * @param kind the decision
     * @param categories data categories
     * @param method how the will was expressed
     * @param notice the notice served before it
     * @param requestId the data subject request that it carries out
     */
    public record Wanted(
            PublishedPurpose purpose,
            DecisionKind kind,
            List<String> categories,
            String method,
            Optional<ServedNotice> notice,
            Optional<UUID> requestId) {}

    private final class Writing {
        private final UUID party;
        private final Capacity capacity;
        private final StudentFacts facts;
        private final List<LedgerEntry> entries;
        private final Map<RecordKey, StoredRecord> records;
        private final Instant at;
        private long seq;

        Writing(
                UUID party,
                Capacity capacity,
                StudentFacts facts,
                List<LedgerEntry> entries,
                Map<RecordKey, StoredRecord> records,
                Consents.Head head,
                Instant at) {
            this.party = party;
            this.capacity = capacity;
            this.facts = facts;
            this.entries = new ArrayList<>(entries);
            this.records = new HashMap<>(records);
            this.seq = head.seq();
            this.at = at;
        }

        Mono<Recorded> append(Wanted wanted) {
            LocalDate day = LocalDate.ofInstant(at, ConsentRules.ZONE);
            RecordKey key = new RecordKey(
                    facts.studentId(),
                    facts.schoolId(),
                    wanted.purpose().code(),
                    wanted.purpose().periodKind().periodOn(day));
            StoredRecord stored = records.getOrDefault(
                    key,
                    new StoredRecord(
                            key, ids.get(), ConsentState.NOT_ASKED, Answer.DENY, null, 0, Terms.Standing.NORMAL, 0));
            Terms measured = terms.of(key, wanted.purpose(), stored.standing(), stored.reconfirmAfter());
            List<Decision> before = decisionsOn(key);
            if (!ConsentRules.requiredSides(facts, measured, day).contains(side())) {
                return RecordDecisions.refuse(
                        DecisionRefused.Reason.NOT_ASKED_OF_YOU,
                        wanted.purpose().code());
            }
            if (wanted.kind() == DecisionKind.WITHDRAWN && !somethingStands(before)) {
                return RecordDecisions.refuse(
                        DecisionRefused.Reason.NOTHING_TO_WITHDRAW,
                        wanted.purpose().code());
            }
            LedgerEntry entry = entry(wanted, key, stored.recordId());
            entries.add(entry);
            Evaluation after = ConsentRules.evaluate(decisionsOn(key), facts, measured, at);
            Answer answerBefore = stored.answerAt(at);
            records.put(
                    key,
                    new StoredRecord(
                            key,
                            stored.recordId(),
                            after.state(),
                            after.answer(),
                            after.permitUntil(),
                            entry.seq(),
                            stored.standing(),
                            stored.reconfirmAfter()));
            return consents.append(entry, after, stored)
                    .then(events.recorded(entry, after, answerBefore))
                    .thenReturn(new Recorded(entry, after));
        }

        private LedgerEntry entry(Wanted wanted, RecordKey key, UUID recordId) {
            return new LedgerEntry(
                    ids.get(),
                    ++seq,
                    key,
                    recordId,
                    wanted.purpose().version(),
                    wanted.purpose().lastMajorVersion(),
                    wanted.kind(),
                    party,
                    capacity,
                    wanted.categories(),
                    wanted.method(),
                    wanted.notice().map(ServedNotice::id).orElse(null),
                    wanted.notice().map(ServedNotice::language).orElse(null),
                    wanted.requestId().orElse(null),
                    at);
        }

        private Side side() {
            return capacity == Capacity.SELF ? Side.STUDENT : Side.GUARDIAN;
        }

        private List<Decision> decisionsOn(RecordKey key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(LedgerEntry::decision)
                    .toList();
        }
    }

    /** Whether anybody's latest decision on a record is GIVEN. */
    static boolean somethingStands(List<Decision> decisions) {
        Map<UUID, Decision> latest = new HashMap<>();
        decisions.stream()
                .sorted(Comparator.comparingLong(Decision::seq))
                .forEach(decision -> latest.put(decision.party(), decision));
        return latest.values().stream().anyMatch(decision -> decision.kind() == DecisionKind.GIVEN);
    }
}
