package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.consent.domain.Entry;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.roster.Acting;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Mandate;
import vn.edu.privacy.consent.roster.Students;

/** Appends to a student's ledger, one writer at a time, with projection and event in the same transaction. */
public final class LedgerWriter {
    /** The kind of request that withdraws. */
    private static final String WITHDRAW = "WITHDRAW";

    private final Consents consents;
    private final Students students;
    private final EntryTexts texts;
    private final ConsentEvents events;
    private final RecordTerms terms;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** Collaborators: ledger, roster, parties' own words, events, the regime's terms, time and ids. */
    public LedgerWriter(
            Consents consents,
            Students students,
            EntryTexts texts,
            ConsentEvents events,
            RecordTerms terms,
            Clock clock,
            Supplier<UUID> ids) {
        this.consents = consents;
        this.students = students;
        this.texts = texts;
        this.events = events;
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Appends a party's decisions, its own or by whoever represents it, in order.
     *
     * @throws DecisionRefused (as an error signal) when nothing stands to be withdrawn, or the person is not asked
     */
    public Mono<List<Recorded>> append(UUID studentId, Acting acting, List<Wanted> wanted) {
        return locked(studentId).flatMap(ledger -> {
            Writing writing = new Writing(ledger);
            return Flux.fromIterable(wanted)
                    .concatMap(one -> writing.decide(acting, one))
                    .collectList();
        });
    }

    /**
     * Appends what somebody does about a record that is no party's decision; empty when the student is unknown.
     *
     * @param choice what to append, seeing the ledger as it stands; throws {@link ActRefused} when the rules say no
     */
    Mono<Recorded> act(UUID studentId, PublishedPurpose purpose, Function<Ledger, Act> choice) {
        return locked(studentId).flatMap(ledger -> new Writing(ledger).act(purpose, choice.apply(ledger)));
    }

    private Mono<Ledger> locked(UUID studentId) {
        return consents.lock(studentId)
                .flatMap(head -> Mono.zip(
                                students.facts(studentId),
                                consents.entries(studentId).collectList(),
                                consents.records(studentId).collectMap(StoredRecord::key))
                        .map(known -> new Ledger(known.getT1(), known.getT2(), known.getT3(), now(head))));
    }

    private Instant now(Consents.Head head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(head.lastAt()) ? head.lastAt() : now;
    }

    /**
     * One decision to append.
     *
     * @param purpose the version in force
     * @param version the version of the notice that was shown
     * @param kind the decision
     * @param categories data categories
     * @param method how the will was expressed
     * @param notice the notice served before it
     * @param requestId the data subject request that it carries out
     * @param particulars who entered it, and what the party granted beyond the categories
     * @param conditions the party's conditions in words
     */
    public record Wanted(
            PublishedPurpose purpose,
            int version,
            DecisionKind kind,
            List<String> categories,
            String method,
            Optional<ServedNotice> notice,
            Optional<UUID> requestId,
            Particulars particulars,
            Optional<EntryTexts.Salted> conditions) {

        /** A withdrawal of the whole. */
        static Wanted withdrawal(PublishedPurpose purpose, String method, Optional<UUID> requestId, Particulars how) {
            return new Wanted(
                    purpose,
                    purpose.version(),
                    DecisionKind.WITHDRAWN,
                    purpose.dataCategories(),
                    method,
                    Optional.empty(),
                    requestId,
                    how,
                    Optional.empty());
        }
    }

    /**
     * What somebody does about a record.
     *
     * @param key the record
     * @param kind what
     * @param party the officer, or the person who had asked for the restriction
     * @param capacity as what that person acts; absent for officers
     * @param method how it came in
     * @param requestId the data subject request that it carries out
     * @param particulars target and evidence
     */
    record Act(
            RecordKey key,
            EntryKind kind,
            UUID party,
            @Nullable Capacity capacity,
            String method,
            @Nullable UUID requestId,
            Particulars particulars) {}

    private final class Writing {
        private final Ledger ledger;
        private final List<LedgerEntry> entries;
        private final Map<RecordKey, StoredRecord> records;
        private long seq;

        Writing(Ledger ledger) {
            this.ledger = ledger;
            this.entries = new ArrayList<>(ledger.entries());
            this.records = new HashMap<>(ledger.records());
            this.seq = entries.isEmpty() ? 0 : entries.getLast().seq();
        }

        Mono<Recorded> decide(Acting acting, Wanted wanted) {
            RecordKey key = ledger.key(wanted.purpose());
            String purpose = wanted.purpose().code();
            LocalDate day = ledger.day();
            Side side = acting.capacity() == Capacity.SELF ? Side.STUDENT : Side.GUARDIAN;
            boolean mandated = wanted.kind() == DecisionKind.WITHDRAWN ? acting.mayAsk(WITHDRAW) : acting.mayDecide();
            if (!mandated || !acting.covers(purpose)) {
                return RecordDecisions.refuse(DecisionRefused.Reason.OUTSIDE_MANDATE, purpose);
            }
            if (!terms.requiredSides(ledger.facts(), wanted.purpose(), day).contains(side)) {
                return RecordDecisions.refuse(DecisionRefused.Reason.NOT_ASKED_OF_YOU, purpose);
            }
            if (wanted.kind() == DecisionKind.WITHDRAWN && !ConsentRules.agreementStands(on(key))) {
                return RecordDecisions.refuse(DecisionRefused.Reason.NOTHING_TO_WITHDRAW, purpose);
            }
            LedgerEntry entry = new LedgerEntry(
                    ids.get(),
                    ++seq,
                    key,
                    record(key).recordId(),
                    wanted.version(),
                    wanted.purpose().lastMajorVersion(),
                    EntryKind.of(wanted.kind()),
                    acting.party(),
                    acting.capacity(),
                    wanted.categories(),
                    wanted.method(),
                    wanted.notice().map(ServedNotice::id).orElse(null),
                    wanted.notice().map(ServedNotice::language).orElse(null),
                    wanted.requestId().orElse(null),
                    wanted.particulars(),
                    mandate(acting),
                    ledger.at());
            return write(entry, wanted.purpose())
                    .delayUntil(recorded -> Mono.justOrEmpty(wanted.conditions())
                            .flatMap(text -> texts.keep(key.studentId(), entry.decisionId(), text)));
        }

        Mono<Recorded> act(PublishedPurpose purpose, Act act) {
            return write(
                    new LedgerEntry(
                            ids.get(),
                            ++seq,
                            act.key(),
                            record(act.key()).recordId(),
                            purpose.version(),
                            purpose.lastMajorVersion(),
                            act.kind(),
                            act.party(),
                            act.capacity(),
                            List.of(),
                            act.method(),
                            null,
                            null,
                            act.requestId(),
                            act.particulars(),
                            null,
                            ledger.at()),
                    purpose);
        }

        private static LedgerEntry.@Nullable ByMandate mandate(Acting acting) {
            Mandate mandate = acting.mandate();
            return mandate == null ? null : new LedgerEntry.ByMandate(mandate.id(), acting.person());
        }

        private Mono<Recorded> write(LedgerEntry entry, PublishedPurpose purpose) {
            entries.add(entry);
            RecordKey key = entry.key();
            StoredRecord stored = record(key);
            Evaluation after = ConsentRules.evaluate(
                    on(key), ledger.facts(), terms.of(key, purpose, stored.reconfirmAfter()), ledger.at());
            Answer before = stored.answerAt(ledger.at());
            StoredRecord now = stored.after(entry.seq(), after);
            records.put(key, now);
            return consents.append(entry, after, stored)
                    .then(events.recorded(entry, after, before))
                    .thenReturn(new Recorded(entry, after));
        }

        private StoredRecord record(RecordKey key) {
            return records.computeIfAbsent(key, unknown -> StoredRecord.begun(unknown, ids.get()));
        }

        private List<Entry> on(RecordKey key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(LedgerEntry::entry)
                    .toList();
        }
    }
}
