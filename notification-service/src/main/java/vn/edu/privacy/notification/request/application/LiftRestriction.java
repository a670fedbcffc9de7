package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Restriction;

/** Whoever had processing restricted has had enough of it; consent-service is told, or those who hold own data. */
public final class LiftRestriction {
    private final Authority authority;
    private final RequestEvents events;
    private final CarryOwnData own;
    private final Course course;
    private final Clock clock;

    public LiftRestriction(Authority authority, RequestEvents events, CarryOwnData own, Course course, Clock clock) {
        this.authority = authority;
        this.events = events;
        this.own = own;
        this.course = course;
        this.clock = clock;
    }

    /**
     * Sends the lifting on its way; joins the caller's transaction.
     *
     * @throws RequestRefused (in the Mono) when it is not the requester's to lift, or nothing is restricted
     */
    public Mono<StoredRequest> lift(UUID id, UUID requester) {
        return course.ownLocked(id, requester)
                .flatMap(found -> found.request() instanceof Restriction.Standing standing
                        ? lift(found, standing.lift())
                        : Course.refused(Reason.WRONG_STATE));
    }

    private Mono<StoredRequest> lift(StoredRequest found, Restriction.Lifting lifting) {
        Instant now = clock.instant();
        return authority
                .of(lifting.facts().requester(), lifting.facts().studentId(), Matters.of(lifting))
                .switchIfEmpty(Course.refused(Reason.UNKNOWN_REQUEST))
                .then(course.move(found, lifting, Happening.of(now, Actor.REQUESTER, "LIFTING", null)))
                .flatMap(saved -> lifting.facts().isOwn()
                        ? own.lift(lifting)
                        : events.instructed(lifting, now).thenReturn(saved));
    }
}
