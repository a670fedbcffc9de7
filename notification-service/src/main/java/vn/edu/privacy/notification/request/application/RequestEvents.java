package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** Tells others how requests move on; joins the caller's transaction. */
public interface RequestEvents {
    /** A request is in a new state. */
    Mono<Void> changed(Request request, Instant at);

    /** A withdrawal is confirmed and is to be applied. */
    Mono<Void> instructed(Withdrawal.Received request, Instant confirmedAt);

    /** A restriction or objection is confirmed and is to be applied. */
    Mono<Void> instructed(Restriction.Received request, Instant confirmedAt);

    /** A restriction is to be lifted where it stands. */
    Mono<Void> instructed(Restriction.Lifting request, Instant confirmedAt);

    /**
     * A deletion is approved and is to be carried out, purpose by purpose.
     *
     * @param stays codes of purposes all of whose data the law has kept
     * @param approvedBy person id of the officer who approved it
     */
    Mono<Void> instructed(Deletion.Approved request, Set<String> stays, UUID approvedBy, Instant approvedAt);

    /**
     * A deletion of everything about a student is approved and is to be carried out as one.
     *
     * @param approvedBy person id of the officer who approved it
     */
    Mono<Void> instructedWhole(Deletion.Approved request, UUID approvedBy, Instant approvedAt);
}
