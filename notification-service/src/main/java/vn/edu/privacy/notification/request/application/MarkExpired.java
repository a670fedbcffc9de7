package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;

/** The time to see the data is over. */
public final class MarkExpired {
    private final Course course;
    private final Clock clock;

    public MarkExpired(Course course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    /** Joins the caller's transaction. A request whose data cannot be seen stays as it is. */
    public Mono<Void> mark(UUID id) {
        return course.locked(id)
                .flatMap(found -> found.request() instanceof Access.Available available
                        ? course.move(
                                        found,
                                        available.expire(),
                                        Happening.of(clock.instant(), Actor.SYSTEM, "EXPIRED", null))
                                .then()
                        : Mono.empty());
    }
}
