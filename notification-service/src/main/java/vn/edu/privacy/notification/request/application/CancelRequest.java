package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Request;
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
        return course.ownLocked(id, requester).flatMap(found -> switch (found.request()) {
            case Withdrawal.AwaitingConfirmation awaiting -> cancelled(found, awaiting.cancel());
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
