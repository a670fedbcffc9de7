package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;

/** What others are told, in the transaction of what happened. */
public interface ConsentEvents {
    /** An entry went into the ledger. */
    Mono<Void> recorded(LedgerEntry entry, Evaluation after, Answer before);

    /** An instructed withdrawal is in effect for one purpose. */
    Mono<Void> withdrawalApplied(UUID requestId, LedgerEntry entry);

    /** An instructed withdrawal was not applied to one purpose. */
    Mono<Void> withdrawalRefused(UUID requestId, UUID studentId, String purpose, WithdrawalRefusal why, Instant at);

    /** A record's answer changed without a decision. */
    Mono<Void> changed(StoredRecord record, ConsentState state, Answer answer, Answer before, Cause cause, Instant at);

    /** Why an instructed withdrawal was not applied. */
    enum WithdrawalRefusal {
        /** The requester may not act for the student now. */
        NO_AUTHORITY,
        /** The requester agreed again after confirming the withdrawal. */
        NEWER_DECISION,
        /** Nothing given stands. */
        NOTHING_TO_WITHDRAW,
        /** There is no such purpose, or it needs no consent. */
        UNKNOWN_PURPOSE
    }

    /** What changed a record when nobody decided. */
    enum Cause {
        /** Birth date, guardians, enrolment. */
        ROSTER,
        /** A MAJOR version of the notice. */
        NOTICE,
        /** A second person checked what was entered. */
        CHECK,
        /** A wrong entry was put right. */
        CORRECTION,
        /** A document on what guardians who disagreed have settled on. */
        SETTLEMENT,
        /** An authority ended it. */
        ORDER,
        /** Restricted on request or after an objection, or that was lifted. */
        RESTRICTION,
        /** What was said in words was erased, and agreements went with it. */
        ERASURE,
        /** A birthday, the end of a relation or of the record, known long before. */
        TIME
    }
}
