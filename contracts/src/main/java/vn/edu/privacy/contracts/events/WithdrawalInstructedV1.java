package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person confirmed a withdrawal at notification-service; consent-service applies it or says why not.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param requester person id of who withdraws; their authority is checked again before it is applied
 * @param items what is withdrawn
 * @param confirmedAt when the consequences were acknowledged and the withdrawal confirmed
 */
public record WithdrawalInstructedV1(
        UUID requestId, UUID studentId, UUID requester, List<Item> items, Instant confirmedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "rights.withdrawal.instructed.v1";

    /**
     * One purpose.
     *
     * @param purpose the purpose
     * @param purposeVersion the version whose consequences were shown
     * @param seqs ledger places of the decisions withdrawn; a newer decision of the requester stands
     */
    public record Item(String purpose, int purposeVersion, List<Long> seqs) {}
}
