package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the other service is told about what it had instructed, in the transaction of what happened. */
public interface InstructionAnswers {
    /** An instructed restriction is in effect for one purpose, or lifted. */
    Mono<Void> restrictionApplied(UUID requestId, LedgerEntry entry);

    /**
     * An instructed restriction was not applied.
     *
     * @param purpose absent when it was about every purpose and there is none to restrict
     */
    Mono<Void> restrictionRefused(
            UUID requestId,
            UUID studentId,
            @Nullable String purpose,
            boolean imposed,
            RestrictionRefusal why,
            Instant at);

    /** Why an instructed restriction, or its lifting, was not applied. */
    enum RestrictionRefusal {
        /** The requester may not act for the student now. */
        NO_AUTHORITY,
        /** There is no such purpose. */
        UNKNOWN_PURPOSE,
        /** The processing rests on law, not on consent. */
        PROCESSED_UNDER_LAW,
        /** The requester has it restricted already. */
        ALREADY_RESTRICTED,
        /** No restriction of the requester stands. */
        NOTHING_TO_LIFT,
        /** The requester had it restricted again after confirming that it be lifted. */
        NEWER_RESTRICTION,
        /** The student has no record. */
        NO_RECORDS
    }
}
