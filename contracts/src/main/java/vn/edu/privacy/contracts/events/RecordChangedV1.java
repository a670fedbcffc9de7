package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A consent record's answer changed without a decision: a birthday, a relation, a transfer, a new notice.
 *
 * @param recordId the consent record
 * @param studentId about whom
 * @param schoolId the controller
 * @param purpose the purpose
 * @param period the school year, or {@code open-ended}
 * @param state after the change
 * @param answer after the change
 * @param previousAnswer before it
 * @param cause ROSTER, NOTICE, TIME, CHECK, CORRECTION, SETTLEMENT, ORDER, RESTRICTION or ERASURE
 * @param changedAt when
 */
public record RecordChangedV1(
        UUID recordId,
        UUID studentId,
        String schoolId,
        String purpose,
        String period,
        String state,
        String answer,
        String previousAnswer,
        String cause,
        Instant changedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.record.changed.v1";
}
