package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.UUID;

/**
 * A consent record answers otherwise than before, and no person's request here asked for it.
 *
 * @param recordId the record
 * @param studentId about whom
 * @param schoolId the controller
 * @param purpose the purpose
 * @param cause why, a code: ROSTER, NOTICE, TIME, CHECK, CORRECTION, SETTLEMENT, ORDER, RESTRICTION, DECISION
 * @param before what checks were told before
 * @param after what they are told since
 * @param at when
 */
public record AnswerChange(
        UUID recordId,
        UUID studentId,
        String schoolId,
        String purpose,
        String cause,
        Answer before,
        Answer after,
        Instant at) {
    /** What a check is told. */
    public enum Answer {
        /** The data may be processed. */
        PERMIT,
        /** It may not. */
        DENY,
        /** It may be stored and nothing else. */
        RESTRICTED
    }
}
