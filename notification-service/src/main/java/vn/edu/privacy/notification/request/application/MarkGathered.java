package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;

/** How gathering goes on; every call joins the caller's transaction. */
public final class MarkGathered {
    private final Course course;
    private final Clock clock;

    public MarkGathered(Course course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    /** A holder answered. The request has moved on: who rules on it must have seen that. */
    public Mono<Void> answered(UUID id, String holder) {
        return course.locked(id)
                .flatMap(found -> course.move(
                        found, found.request(), Happening.of(clock.instant(), Actor.HOLDER, "HOLDER_ANSWERED", holder)))
                .then();
    }

    /** What is there waits for an officer's release. A request that is not being gathered for stays as it is. */
    public Mono<Void> mark(UUID id) {
        return course.locked(id).flatMap(found -> switch (found.request()) {
            case Access.Approved approved -> gathered(found, approved.gathered());
            case Access.GatheringFailed failed -> gathered(found, failed.gathered());
            default -> Mono.empty();
        });
    }

    /**
     * No holder gave anything. A request that is not being gathered for stays as it is.
     *
     * @param holder one that did not answer
     */
    public Mono<Void> markFailed(UUID id, String holder) {
        return course.locked(id)
                .flatMap(found -> found.request() instanceof Access.Approved approved
                        ? course.move(
                                        found,
                                        approved.gatheringFailed(),
                                        Happening.of(clock.instant(), Actor.HOLDER, "GATHERING_FAILED", holder))
                                .then()
                        : Mono.empty());
    }

    private Mono<Void> gathered(StoredRequest found, Access.AwaitingRelease gathered) {
        return course.move(found, gathered, Happening.of(clock.instant(), Actor.SYSTEM, "GATHERED", null))
                .then();
    }
}
