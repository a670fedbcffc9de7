package vn.edu.privacy.notification.request.persistence;

import java.util.List;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;

/** Restrictions and objections as read from rows. */
final class RestrictionRows {
    private RestrictionRows() {}

    static Restriction restriction(
            Facts facts,
            RequestType type,
            RequestState state,
            List<RestrictedPurpose> purposes,
            RequestRows.Outcome outcome) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> new Restriction.AwaitingConfirmation(facts, type, purposes);
            case RECEIVED -> new Restriction.Received(facts, type, purposes);
            case IN_EFFECT -> new Restriction.InEffect(facts, type, purposes, outcome.since(), outcome.refusal());
            case NOT_IN_EFFECT -> new Restriction.NotInEffect(facts, type, purposes, outcome.reason());
            case COMPLETED -> new Restriction.Completed(facts, type, purposes, outcome.since(), outcome.refusal());
            case LIFTING -> new Restriction.Lifting(facts, type, purposes, outcome.since(), outcome.refusal());
            case LIFTED -> new Restriction.Lifted(facts, type, purposes, outcome.since());
            case REFUSED -> new Restriction.Refused(facts, type, purposes, outcome.refused());
            case CANCELLED -> new Restriction.Cancelled(facts, type, purposes);
            case STOPPED -> new Restriction.Stopped(facts, type, purposes, outcome.stopped());
            default -> throw new IllegalStateException(state + " is no state of a restriction");
        };
    }
}
