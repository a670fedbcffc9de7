package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.RefusalGround;

/**
 * An officer takes a request, and rules on a request to see data. Every call takes the version that the officer saw, or
 * null, and fails with {@link RequestRefused}: unknown to this officer, moved on since, or in another state. All join
 * the caller's transaction.
 */
public final class RuleOnAccess {
    private final Course course;
    private final PersonalDataGathering gathering;
    private final Clock clock;

    public RuleOnAccess(Course course, PersonalDataGathering gathering, Clock clock) {
        this.course = course;
        this.gathering = gathering;
        this.clock = clock;
    }

    /** The officer takes the request; that is the acknowledgement that its clock measures. */
    public Mono<StoredRequest> assign(UUID id, Officer officer, @Nullable Long seen) {
        Instant now = clock.instant();
        return course.lockedFor(id, officer, seen)
                .flatMap(found -> course.move(
                                new StoredRequest(found.request(), found.version(), officer.id()),
                                found.request(),
                                Happening.byOfficer(now, officer, "ASSIGNED", null))
                        .delayUntil(saved -> course.met(saved.request(), Course.ACKNOWLEDGED, now)));
    }

    /** Approves, or has a failed gathering tried again; the data is gathered after the commit. */
    public Mono<StoredRequest> approve(UUID id, Officer officer, @Nullable Long seen) {
        return course.lockedFor(id, officer, seen).flatMap(found -> switch (found.request()) {
            case Access.Received received -> approved(found, received.approve(), officer, "APPROVED");
            case Access.GatheringFailed failed -> approved(found, failed.retry(), officer, "RETRIED");
            default -> Course.refused(Reason.WRONG_STATE);
        });
    }

    /** Refuses on a ground that the law knows; the requester is told why. */
    public Mono<StoredRequest> refuse(
            UUID id, Officer officer, @Nullable Long seen, RefusalGround ground, String text) {
        return course.lockedFor(id, officer, seen)
                .flatMap(found -> found.request() instanceof Access.Received received
                        ? course.refuse(
                                found,
                                received.refuse(ground, text),
                                new Refusal(ground, text),
                                officer,
                                clock.instant())
                        : Course.refused(Reason.WRONG_STATE));
    }

    private Mono<StoredRequest> approved(StoredRequest found, Access.Approved approved, Officer officer, String event) {
        Instant now = clock.instant();
        return course.move(found, approved, Happening.byOfficer(now, officer, event, null))
                .delayUntil(saved -> course.met(approved, Course.ACKNOWLEDGED, now))
                .delayUntil(saved -> gathering.start(approved.facts().id()))
                .delayUntil(saved -> course.tell(approved, NoticeKind.ACCESS_APPROVED, now));
    }
}
