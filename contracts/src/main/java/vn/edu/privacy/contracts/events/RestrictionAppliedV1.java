package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An instructed restriction is in effect for one purpose, or lifted: after RESTRICT no check that begins from now on
 * answers PERMIT.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param schoolId the controller
 * @param purpose the purpose
 * @param action RESTRICT or LIFT
 * @param decisionId the ledger entry that holds it
 * @param seq its place in the student's ledger
 * @param appliedAt when
 */
public record RestrictionAppliedV1(
        UUID requestId,
        UUID studentId,
        String schoolId,
        String purpose,
        String action,
        UUID decisionId,
        long seq,
        Instant appliedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.restriction.applied.v1";
}
