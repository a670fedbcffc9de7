package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Restriction;

/** The requester has seen what a restriction or an objection means, and wants it; consent-service is told, or those who hold own data. */
public final class ConfirmRestriction {
    private final Authority authority;
    private final RequestEvents events;
    private final CarryOwnData own;
    private final Course course;
    private final Clock clock;

    public ConfirmRestriction(Authority authority, RequestEvents events, CarryOwnData own, Course course, Clock clock) {
        this.authority = authority;
        this.events = events;
        this.own = own;
        this.course = course;
        this.clock = clock;
    }

    Mono<StoredRequest> confirm(StoredRequest found, Restriction.AwaitingConfirmation awaiting) {
        return authority
                .of(awaiting.facts().requester(), awaiting.facts().studentId(), Matters.of(awaiting))
                .switchIfEmpty(Course.refused(Reason.UNKNOWN_REQUEST))
                .flatMap(acting -> {
                    Instant now = clock.instant();
                    Restriction.Received received = awaiting.confirm();
                    return course.move(found, received, Happening.of(now, Actor.REQUESTER, "CONFIRMED", null))
                            .delayUntil(saved -> course.tell(received, NoticeKind.REQUEST_RECEIVED, now))
                            .flatMap(saved -> received.facts().isOwn()
                                    ? own.restrict(received)
                                    : events.instructed(received, now).thenReturn(saved));
                });
    }
}
