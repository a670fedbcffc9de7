package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;

/**
 * What was gathered is released to the requester: all of it, or what is there so far. Only when nothing is missing any
 * more was the request fulfilled, and its clocks stop. Every call joins the caller's transaction.
 */
public final class MarkReleased {
    private final Course course;
    private final Clock clock;

    public MarkReleased(Course course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    /**
     * The locked request, for an officer who saw this version of it, or did not say which. Fails with
     * {@link RequestRefused}: unknown to this officer, moved on since, or nothing was gathered for it.
     */
    public Mono<StoredRequest> locked(UUID id, Officer officer, @Nullable Long seen) {
        return course.lockedFor(id, officer, seen)
                .filter(found -> found.request() instanceof Access.AwaitingRelease
                        || found.request() instanceof Access.Available)
                .switchIfEmpty(Course.refused(Reason.WRONG_STATE));
    }

    /** The same, for what an officer settles: while it is gathered for, and after what was there has gone. */
    public Mono<StoredRequest> lockedToSettle(UUID id, Officer officer, @Nullable Long seen) {
        return course.lockedFor(id, officer, seen)
                .filter(found -> switch (found.request()) {
                    case Access.Approved gathering -> true;
                    case Access.GatheringFailed gathering -> true;
                    case Access.AwaitingRelease gathered -> true;
                    case Access.Available shown -> true;
                    case Access.Expired gone -> true;
                    default -> false;
                })
                .switchIfEmpty(Course.refused(Reason.WRONG_STATE));
    }

    /**
     * Released.
     *
     * @param found the locked request
     * @param officer who released; absent when the policy did
     * @param until to be seen until then
     * @param complete whether nothing is missing any more
     */
    public Mono<StoredRequest> mark(StoredRequest found, @Nullable Officer officer, Instant until, boolean complete) {
        return switch (found.request()) {
            case Access.AwaitingRelease waiting -> released(found, waiting.release(until), officer, complete);
            case Access.Available available -> released(found, available.releaseMore(until), officer, complete);
            default -> Course.refused(Reason.WRONG_STATE);
        };
    }

    /** An officer settled the last holder that was missing, after everything else was released. */
    public Mono<Void> fulfilled(StoredRequest found) {
        return course.met(found.request(), Course.FULFILLED, clock.instant());
    }

    /** An officer says how it ended with a holder; the request has moved on. */
    public Mono<StoredRequest> settled(StoredRequest found, Officer officer, String holder) {
        return course.move(
                found, found.request(), Happening.byOfficer(clock.instant(), officer, "HOLDER_SETTLED", holder));
    }

    private Mono<StoredRequest> released(
            StoredRequest found, Access.Available available, @Nullable Officer officer, boolean complete) {
        Instant now = clock.instant();
        String event = complete ? "AVAILABLE" : "AVAILABLE_IN_PART";
        return course.move(
                        found,
                        available,
                        officer == null
                                ? Happening.of(now, Actor.SYSTEM, event, null)
                                : Happening.byOfficer(now, officer, event, null))
                .delayUntil(saved -> complete ? course.met(available, Course.FULFILLED, now) : Mono.empty())
                .delayUntil(saved -> course.tell(available, NoticeKind.ACCESS_AVAILABLE, now));
    }
}
