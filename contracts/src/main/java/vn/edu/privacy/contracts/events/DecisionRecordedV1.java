package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One party's decision entered the ledger; with what the consent record amounts to after it.
 *
 * @param decisionId the ledger entry
 * @param studentId about whom
 * @param seq place in the student's ledger; the only order there is
 * @param schoolId the controller
 * @param purpose the purpose
 * @param purposeVersion the version decided under
 * @param period the school year, or {@code open-ended}
 * @param decision GIVEN, REFUSED or WITHDRAWN
 * @param party person id of who decided
 * @param capacity SELF, FATHER, MOTHER or GUARDIAN
 * @param method PORTAL_TICK, API, RIGHTS_REQUEST …
 * @param requestId the data subject request that this decision carries out, else absent
 * @param decidedAt when it was recorded
 * @param recordId the consent record
 * @param state the record's state after the decision
 * @param answer PERMIT, DENY or RESTRICTED after the decision
 * @param previousAnswer the answer before it
 */
public record DecisionRecordedV1(
        UUID decisionId,
        UUID studentId,
        long seq,
        String schoolId,
        String purpose,
        int purposeVersion,
        String period,
        String decision,
        UUID party,
        String capacity,
        String method,
        @Nullable UUID requestId,
        Instant decidedAt,
        UUID recordId,
        String state,
        String answer,
        String previousAnswer) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.decision.recorded.v1";
}
