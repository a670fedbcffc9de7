package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;

/** A holder did not give what it holds; an officer may have it tried again. */
public final class MarkGatheringFailed {
    private final Course course;
    private final Clock clock;

    public MarkGatheringFailed(Course course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction. A request that is not being gathered for stays as it is.
     *
     * @param holder the holder that failed
     */
    public Mono<Void> mark(UUID id, String holder) {
        return course.locked(id)
                .flatMap(found -> found.request() instanceof Access.Approved approved
                        ? course.move(
                                        found,
                                        approved.gatheringFailed(),
                                        Happening.of(clock.instant(), Actor.HOLDER, "GATHERING_FAILED", holder))
                                .then()
                        : Mono.empty());
    }
}
