package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Access;

/** An officer has the holders that have not answered asked again, at once and not when their turn comes. */
public final class GatherAgain {
    private final Course course;
    private final PersonalDataGathering gathering;
    private final Clock clock;

    public GatherAgain(Course course, PersonalDataGathering gathering, Clock clock) {
        this.course = course;
        this.gathering = gathering;
        this.clock = clock;
    }

    /**
     * Has them asked after the commit; joins the caller's transaction. Fails with {@link RequestRefused}: unknown to this
     * officer, moved on since, or nothing is gathered for it.
     *
     * @param seen the version that the officer saw, or null
     */
    public Mono<StoredRequest> gather(UUID id, Officer officer, @Nullable Long seen) {
        return course.lockedFor(id, officer, seen)
                .filter(found -> switch (found.request()) {
                    case Access.Approved gathering -> true;
                    case Access.GatheringFailed gathering -> true;
                    case Access.AwaitingRelease gathered -> true;
                    case Access.Available shown -> true;
                    default -> false;
                })
                .switchIfEmpty(Course.refused(Reason.WRONG_STATE))
                .flatMap(found -> course.move(
                        found, found.request(), Happening.byOfficer(clock.instant(), officer, "RETRIED", null)))
                .delayUntil(saved -> gathering.start(id));
    }
}
