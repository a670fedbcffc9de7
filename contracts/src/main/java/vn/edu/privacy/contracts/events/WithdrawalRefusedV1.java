package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An instructed withdrawal was not applied to one purpose; an officer must look at it.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param purpose the purpose
 * @param reason NO_AUTHORITY, NEWER_DECISION, NOTHING_TO_WITHDRAW or UNKNOWN_PURPOSE
 * @param refusedAt when
 */
public record WithdrawalRefusedV1(UUID requestId, UUID studentId, String purpose, String reason, Instant refusedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.withdrawal.refused.v1";
}
