package vn.edu.privacy.notification.request.application;

import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** The requester has seen what the request leads to, and stands by it (Decree 13 art. 12.3). */
public final class ConfirmRequest {
    private final Course course;
    private final ConfirmWithdrawal withdrawals;
    private final ConfirmRestriction restrictions;

    public ConfirmRequest(Course course, ConfirmWithdrawal withdrawals, ConfirmRestriction restrictions) {
        this.course = course;
        this.withdrawals = withdrawals;
        this.restrictions = restrictions;
    }

    /**
     * Sends the request on its way; joins the caller's transaction.
     *
     * @throws RequestRefused (in the Mono) when it is not the requester's to confirm, or cannot be put into effect
     */
    public Mono<StoredRequest> confirm(UUID id, UUID requester, boolean consequencesAcknowledged) {
        return course.ownLocked(id, requester).flatMap(found -> switch (found.request()) {
            case Withdrawal.AwaitingConfirmation awaiting ->
                consequencesAcknowledged ? withdrawals.confirm(found, awaiting) : unread();
            case Restriction.AwaitingConfirmation awaiting ->
                consequencesAcknowledged ? restrictions.confirm(found, awaiting) : unread();
            default -> Course.refused(Reason.WRONG_STATE);
        });
    }

    private static Mono<StoredRequest> unread() {
        return Course.refused(Reason.CONSEQUENCES_NOT_ACKNOWLEDGED);
    }
}
