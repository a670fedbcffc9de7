package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** Holders carry a request out, one by one, until everybody has. */
public final class CompleteRequest {
    private final Requests requests;
    private final Course course;
    private final Clock clock;

    public CompleteRequest(Requests requests, Course course, Clock clock) {
        this.requests = requests;
        this.course = course;
        this.clock = clock;
    }

    /** A holder moved on; joins the caller's transaction. */
    public Mono<Void> stepped(UUID id, String holder, Step.State state) {
        return requests.log(id, Happening.of(clock.instant(), Actor.HOLDER, "HOLDER_" + state.name(), holder));
    }

    /** An officer recorded what a holder did, or will not do; joins the caller's transaction. */
    public Mono<Void> recorded(UUID id, String holder, Step.State state, Officer officer) {
        return requests.log(id, Happening.byOfficer(clock.instant(), officer, "HOLDER_" + state.name(), holder));
    }

    /** Everybody is done; joins the caller's transaction. A request that waits for no holder stays as it is. */
    public Mono<Void> complete(UUID id) {
        return course.locked(id).flatMap(found -> switch (found.request()) {
            case Withdrawal.InEffect inEffect ->
                complete(found, inEffect.allStopped(), NoticeKind.WITHDRAWAL_COMPLETED);
            case Restriction.InEffect inEffect ->
                complete(found, inEffect.allRestricted(), NoticeKind.RESTRICTION_COMPLETED);
            case Deletion.InEffect inEffect -> complete(found, inEffect.allErased(), NoticeKind.DELETION_COMPLETED);
            case Rectification.Approved approved ->
                complete(found, approved.allRectified(), NoticeKind.RECTIFICATION_COMPLETED);
            default -> Mono.empty();
        });
    }

    private Mono<Void> complete(StoredRequest found, Request completed, NoticeKind kind) {
        Instant now = clock.instant();
        return course.move(found, completed, Happening.of(now, Actor.SYSTEM, "COMPLETED", null))
                .then(course.met(completed, Course.FULFILLED, now))
                .then(course.tell(completed, kind, now));
    }
}
