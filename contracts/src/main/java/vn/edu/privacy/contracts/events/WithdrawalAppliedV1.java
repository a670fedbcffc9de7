package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An instructed withdrawal is in effect for one purpose: no check that begins from now on answers PERMIT.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param schoolId the controller
 * @param purpose the purpose
 * @param decisionId the ledger entry that holds it
 * @param seq its place in the student's ledger
 * @param appliedAt when
 */
public record WithdrawalAppliedV1(
        UUID requestId, UUID studentId, String schoolId, String purpose, UUID decisionId, long seq, Instant appliedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.withdrawal.applied.v1";
}
