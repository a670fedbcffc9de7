package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instructed restriction, or its lifting, was not applied; an officer must look at it.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param purpose the purpose; absent when every purpose was meant and there is no record to restrict
 * @param action RESTRICT or LIFT
 * @param reason NO_AUTHORITY, UNKNOWN_PURPOSE, PROCESSED_UNDER_LAW, ALREADY_RESTRICTED, NOTHING_TO_LIFT,
 *     NEWER_RESTRICTION or NO_RECORDS
 * @param refusedAt when
 */
public record RestrictionRefusedV1(
        UUID requestId, UUID studentId, @Nullable String purpose, String action, String reason, Instant refusedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.restriction.refused.v1";
}
