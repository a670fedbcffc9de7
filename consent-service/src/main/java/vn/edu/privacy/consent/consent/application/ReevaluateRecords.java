package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ConsentEvents.Cause;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Entry;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.purpose.CatalogueChanges;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.RosterChanges;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/**
 * Keeps records true when facts or notices change and nobody decides: such a change may take a PERMIT away, never bring one
 * (row 11). Runs in the transaction of the change.
 */
public final class ReevaluateRecords implements RosterChanges, CatalogueChanges {
    private final Students students;
    private final Purposes purposes;
    private final Consents consents;
    private final ConsentEvents events;
    private final RecordTerms terms;

    /** Collaborators: roster, catalogue, ledger, events and the regime's terms. */
    public ReevaluateRecords(
            Students students, Purposes purposes, Consents consents, ConsentEvents events, RecordTerms terms) {
        this.students = students;
        this.purposes = purposes;
        this.consents = consents;
        this.events = events;
        this.terms = terms;
    }

    @Override
    public Mono<Void> studentChanged(UUID studentId, Instant at) {
        return reevaluate(studentId, record -> true, Cause.ROSTER, at);
    }

    /**
     * Tells that a PERMIT ended by itself. The answer changed on the instant, by the time stored with the record; this
     * only makes the record say so and the others stop. Finds nothing to do where another instance was before.
     */
    public Mono<Void> timePassed(UUID studentId, Instant at) {
        return reevaluate(studentId, record -> record.answer() != record.answerAt(at), Cause.TIME, at);
    }

    private Mono<Void> reevaluate(UUID studentId, Predicate<StoredRecord> which, Cause cause, Instant at) {
        return consents.lock(studentId)
                .thenMany(consents.records(studentId))
                .filter(which)
                .collectList()
                .filter(affected -> !affected.isEmpty())
                .flatMap(affected -> Mono.zip(
                                students.facts(studentId),
                                consents.entries(studentId).collectList())
                        .flatMap(known -> Flux.fromIterable(affected)
                                .concatMap(
                                        record -> purposes.current(record.key().purpose())
                                                .flatMap(purpose -> reevaluate(
                                                        record, purpose, known.getT1(), known.getT2(), cause, at)))
                                .then()));
    }

    @Override
    public Mono<Void> versionPublished(PublishedPurpose purpose, boolean major, Instant at) {
        if (!major) {
            return consents.endNoLaterThan(purpose.code(), RecordTerms.endOf(purpose), at);
        }
        return consents.makeStale(purpose.code(), purpose.lastMajorVersion(), at)
                .concatMap(record ->
                        events.changed(record, ConsentState.STALE, Answer.DENY, Answer.PERMIT, Cause.NOTICE, at))
                .then();
    }

    private Mono<Void> reevaluate(
            StoredRecord record,
            PublishedPurpose purpose,
            StudentFacts facts,
            List<LedgerEntry> entries,
            Cause cause,
            Instant at) {
        List<Entry> known = entries.stream()
                .filter(entry -> entry.key().equals(record.key()))
                .map(LedgerEntry::entry)
                .toList();
        Evaluation now = evaluate(record, purpose, facts, known, at);
        // others were last told what is stored, but a correction must not revive a PERMIT that has ended
        Answer before = cause == Cause.TIME ? record.answer() : record.answerAt(at);
        StoredRecord kept = record;
        if (now.answer() == Answer.PERMIT && before != Answer.PERMIT) {
            kept = record.askingAnew();
            now = evaluate(kept, purpose, facts, known, at);
        }
        Mono<Void> told = now.answer() == record.answer()
                ? Mono.empty()
                : events.changed(record, now.state(), now.answer(), record.answer(), cause, at);
        return consents.update(kept, now, at).then(told);
    }

    private Evaluation evaluate(
            StoredRecord record, PublishedPurpose purpose, StudentFacts facts, List<Entry> known, Instant at) {
        return ConsentRules.evaluate(known, facts, terms.of(record.key(), purpose, record.reconfirmAfter()), at);
    }
}
