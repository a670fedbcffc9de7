package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instructed erasure was not carried out; an officer must look at it.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param scope PURPOSE or STUDENT
 * @param purpose the purpose; absent for STUDENT
 * @param reason NO_AUTHORITY, SECOND_PERSON_NEEDED, RISKS_NOT_ACCEPTED, UNKNOWN_PURPOSE, KEPT_BY_LAW, STILL_ENROLLED or
 *     ALREADY_ERASED
 * @param refusedAt when
 */
public record ErasureRefusedV1(
        UUID requestId,
        UUID studentId,
        String scope,
        @Nullable String purpose,
        String reason,
        Instant refusedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.erasure.refused.v1";
}
