package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instructed erasure was carried out: consent-service can read it no more, nor bring it back.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param scope PURPOSE or STUDENT
 * @param purpose the purpose; absent for STUDENT
 * @param erasedAt when
 */
public record ErasureAppliedV1(
        UUID requestId,
        UUID studentId,
        String scope,
        @Nullable String purpose,
        Instant erasedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.erasure.applied.v1";
}
