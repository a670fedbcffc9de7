package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.List;
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

    /** Who was erased so far, for the journal that a start reads back. */
    Mono<Void> erasuresNoted(UUID studentId, List<Erasure> all);

    /** An instructed erasure was carried out. */
    Mono<Void> erasureApplied(Erasure erasure);

    /** An instructed erasure was not carried out. */
    Mono<Void> erasureRefused(
            UUID requestId,
            UUID studentId,
            Erasure.Scope scope,
            @Nullable String purpose,
            ErasureRefusal why,
            Instant at);

    /** Why an instructed erasure was not carried out. */
    enum ErasureRefusal {
        /** The requester may not act for the student now, or the student is unknown. */
        NO_AUTHORITY,
        /** Nobody but the one who asks has approved it, and no standing withdrawal suffices. */
        SECOND_PERSON_NEEDED,
        /** The requester did not accept the damage that may follow (Decree 13 art. 16.1.a, Law 91 art. 14.1). */
        RISKS_NOT_ACCEPTED,
        /** There is no such purpose. */
        UNKNOWN_PURPOSE,
        /** The purpose rests on law: school records, say (art. 16.2.a, b). */
        KEPT_BY_LAW,
        /** The school still has to keep record of the student (art. 16.2.a, b). */
        STILL_ENROLLED,
        /** Everything was erased before, on another request. */
        ALREADY_ERASED
    }

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
