package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.Evaluation;

/** Ledger and records; every call joins the caller's transaction. */
public interface Consents {
    /** Puts this transaction in line behind other writers of the student, and tells where the ledger ends. */
    Mono<Head> lock(UUID studentId);

    /** The whole ledger of a student, oldest first. */
    Flux<LedgerEntry> entries(UUID studentId);

    /** The entry of that id, decision or not; empty when unknown. */
    Mono<LedgerEntry> entry(UUID decisionId);

    /** The records of a student. */
    Flux<StoredRecord> records(UUID studentId);

    /** The records of a student, with all that checks read. */
    Flux<ProjectedRecord> projected(UUID studentId);

    /** Appends an entry whose seq is the one after the head's, and writes what its record amounts to, in one statement. */
    Mono<Void> append(LedgerEntry entry, Evaluation evaluation, StoredRecord record);

    /** Writes what a record amounts to after a change that is no decision. */
    Mono<Void> update(StoredRecord record, Evaluation evaluation, Instant at);

    /** A version without new consent may shorten the processing: no PERMIT for the purpose lasts longer. */
    Mono<Void> endNoLaterThan(String purpose, Instant end, Instant at);

    /** Makes every record that rests on an older MAJOR version stale, and tells which they were. */
    Flux<StoredRecord> makeStale(String purpose, int majorVersion, Instant at);

    /**
     * Up to which seq a record's entries brought no PERMIT any more at an instant, since facts had been put right; 0 when
     * they had not been.
     */
    Mono<Long> askedAnewAfter(UUID studentId, UUID recordId, Instant at);

    /**
     * Records whose PERMIT has ended by itself and of which nobody was told yet, by when they ended and by student; joins no
     * line.
     *
     * @param at the instant by which they have ended
     * @param after where the page before ended
     * @param atMost how many
     */
    Flux<Due> due(Instant at, Due after, int atMost);

    /**
     * A record that has ended by itself, as a place in the order in which they are gone through.
     *
     * @param until when it ended
     * @param studentId whose
     */
    record Due(Instant until, UUID studentId) {
        /** Before all of them. */
        static final Due BEGINNING = new Due(Instant.EPOCH, new UUID(0, 0));
    }

    /**
     * Where a ledger ends.
     *
     * @param seq the newest entry's place; 0 for an empty ledger
     * @param lastAt no later entry may bear an earlier time
     */
    record Head(long seq, Instant lastAt) {}
}
