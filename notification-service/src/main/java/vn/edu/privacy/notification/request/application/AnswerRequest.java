package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Request;

/** An officer answers a complaint, or records that an organisation was given the data. */
public final class AnswerRequest {
    private final Course course;
    private final DeskEntries desk;
    private final Clock clock;

    public AnswerRequest(Course course, DeskEntries desk, Clock clock) {
        this.course = course;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Answers; joins the caller's transaction.
     *
     * @param seen the version that the officer saw, or null
     * @param text told to the requester
     * @throws RequestRefused (in the Mono) unknown to this officer, moved on since, or nothing to answer
     */
    public Mono<StoredRequest> answer(UUID id, Officer officer, @Nullable Long seen, String text) {
        return course.lockedFor(id, officer, seen)
                .filterWhen(found -> desk.waits(id).map(waits -> !waits))
                .switchIfEmpty(Course.refused(Reason.DESK_CHECK_NEEDED))
                .flatMap(found -> switch (found.request()) {
                    case Complaint.Received received -> answered(found, received.answer(text), "REPLIED", officer);
                    case Provision.Approved approved -> answered(found, approved.provided(text), "PROVIDED", officer);
                    default -> Course.refused(Reason.WRONG_STATE);
                });
    }

    private Mono<StoredRequest> answered(StoredRequest found, Request after, String event, Officer officer) {
        Instant now = clock.instant();
        return course.move(found, after, Happening.byOfficer(now, officer, event, null))
                .delayUntil(saved -> course.met(after, Course.FULFILLED, now))
                .delayUntil(saved -> course.tell(after, NoticeKind.REQUEST_ANSWERED, now));
    }
}
