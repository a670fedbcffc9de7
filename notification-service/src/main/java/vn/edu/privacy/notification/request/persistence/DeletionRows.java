package vn.edu.privacy.notification.request.persistence;

import java.util.List;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.RequestState;

/** Deletions as read from rows. */
final class DeletionRows {
    private DeletionRows() {}

    static Deletion deletion(
            Facts facts,
            DeletionGround ground,
            RequestState state,
            List<ErasedPurpose> purposes,
            RequestRows.Outcome outcome) {
        return switch (state) {
            case RECEIVED -> new Deletion.Received(facts, ground, purposes);
            case APPROVED -> new Deletion.Approved(facts, ground, purposes);
            case IN_EFFECT -> new Deletion.InEffect(facts, ground, purposes, outcome.since(), outcome.refusal());
            case NOT_IN_EFFECT -> new Deletion.NotInEffect(facts, ground, purposes, outcome.reason());
            case COMPLETED -> new Deletion.Completed(facts, ground, purposes, outcome.since(), outcome.refusal());
            case REFUSED -> new Deletion.Refused(facts, ground, purposes, outcome.refused());
            case CANCELLED -> new Deletion.Cancelled(facts, ground, purposes);
            case STOPPED -> new Deletion.Stopped(facts, ground, purposes, outcome.stopped());
            default -> throw new IllegalStateException(state + " is no state of a deletion");
        };
    }
}
