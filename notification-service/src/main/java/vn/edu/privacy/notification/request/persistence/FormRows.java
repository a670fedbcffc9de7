package vn.edu.privacy.notification.request.persistence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.NamedPurpose;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Provision.Recipient;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.RequestState;

/** Corrections, provisions and complaints as read from rows. */
final class FormRows {
    private FormRows() {}

    static Rectification rectification(
            Facts facts, RequestState state, List<NamedPurpose> purposes, RequestRows.Outcome outcome) {
        return switch (state) {
            case RECEIVED -> new Rectification.Received(facts, purposes);
            case APPROVED -> new Rectification.Approved(facts, purposes);
            case COMPLETED -> new Rectification.Completed(facts, purposes);
            case REFUSED -> new Rectification.Refused(facts, purposes, outcome.refused());
            case CANCELLED -> new Rectification.Cancelled(facts, purposes);
            case STOPPED -> new Rectification.Stopped(facts, purposes, outcome.stopped());
            default -> throw new IllegalStateException(state + " is no state of a correction");
        };
    }

    static Provision provision(
            Facts facts, RequestState state, Recipient recipient, @Nullable UUID through, RequestRows.Outcome outcome) {
        return switch (state) {
            case RECEIVED ->
                recipient == Recipient.REQUESTER ? new Provision.Received(facts) : new Provision.ForOrganisation(facts);
            case APPROVED -> new Provision.Approved(facts);
            case COMPLETED ->
                through == null
                        ? new Provision.Provided(facts, outcome.answered())
                        : new Provision.Shown(facts, through);
            case REFUSED -> new Provision.Refused(facts, recipient, outcome.refused());
            case CANCELLED -> new Provision.Cancelled(facts, recipient);
            case STOPPED -> new Provision.Stopped(facts, recipient, outcome.stopped());
            default -> throw new IllegalStateException(state + " is no state of a provision");
        };
    }

    static Complaint complaint(Facts facts, RequestState state, RequestRows.Outcome outcome) {
        return switch (state) {
            case RECEIVED -> new Complaint.Received(facts);
            case ANSWERED -> new Complaint.Answered(facts, outcome.answered());
            case REFUSED -> new Complaint.Refused(facts, outcome.refused());
            case CANCELLED -> new Complaint.Cancelled(facts);
            case STOPPED -> new Complaint.Stopped(facts, outcome.stopped());
            default -> throw new IllegalStateException(state + " is no state of a complaint");
        };
    }
}
