package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;

/** The data that was asked for is gathered. */
public final class MarkAvailable {
    private final Course course;
    private final Clock clock;

    public MarkAvailable(Course course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    /**
     * The requester can see it until then; joins the caller's transaction. A request that is not being gathered for stays
     * as it is.
     */
    public Mono<Void> mark(UUID id, Instant until) {
        return course.locked(id)
                .flatMap(found -> found.request() instanceof Access.Approved approved
                        ? available(found, approved.available(until))
                        : Mono.empty());
    }

    private Mono<Void> available(StoredRequest found, Access.Available available) {
        Instant now = clock.instant();
        return course.move(found, available, Happening.of(now, Actor.SYSTEM, "AVAILABLE", null))
                .then(course.met(available, Course.FULFILLED, now))
                .then(course.tell(available, NoticeKind.ACCESS_AVAILABLE, now));
    }
}
