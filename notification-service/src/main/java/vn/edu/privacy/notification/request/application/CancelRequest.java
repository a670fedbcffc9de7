package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** The requester takes a request back while nothing has been done on it. */
public final class CancelRequest {
    private final Course course;
    private final Clock clock;

    public CancelRequest(Course course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    /** Cancels; joins the caller's transaction. Fails with {@link RequestRefused} when it is too late. */
    public Mono<StoredRequest> cancel(UUID id, UUID requester) {
        return course.ownLocked(id, requester)
                .filter(found -> found.joined().isEmpty())
                .switchIfEmpty(Course.refused(Reason.OTHERS_ASK_TOO))
                .flatMap(found -> switch (found.request()) {
                    case Withdrawal.AwaitingConfirmation awaiting -> cancelled(found, awaiting.cancel());
                    case Restriction.AwaitingConfirmation awaiting -> cancelled(found, awaiting.cancel());
                    case Deletion.Received received -> cancelled(found, received.cancel());
                    case Rectification.Received received -> cancelled(found, received.cancel());
                    case Provision.Received received -> cancelled(found, received.cancel());
                    case Provision.ForOrganisation received -> cancelled(found, received.cancel());
                    case Complaint.Received received -> cancelled(found, received.cancel());
                    case Access.Received received -> cancelled(found, received.cancel());
                    default -> Course.refused(Reason.WRONG_STATE);
                });
    }

    private Mono<StoredRequest> cancelled(StoredRequest found, Request cancelled) {
        Instant now = clock.instant();
        return course.move(found, cancelled, Happening.of(now, Actor.REQUESTER, "CANCELLED", null))
                .delayUntil(saved -> course.met(cancelled, Course.FULFILLED, now));
    }
}
