package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;

/** Whoever was refused appeals to the head of the unit. */
public final class LodgeAppeal {
    /** What an appeal counts as, for its own clock. */
    private static final String APPEAL = "APPEAL";

    private final Course course;
    private final Appeals appeals;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Clock clock;

    public LodgeAppeal(Course course, Appeals appeals, Deadlines deadlines, Clocks clocks, Clock clock) {
        this.course = course;
        this.appeals = appeals;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Lodges the one appeal against a refusal; joins the caller's transaction.
     *
     * @throws RequestRefused (in the Mono) when the request is not the person's, was not refused, or was appealed before
     */
    public Mono<StoredRequest> lodge(UUID id, UUID requester, String text) {
        Instant now = clock.instant();
        return course.askedLocked(id, requester)
                .filter(found -> found.request().isAppealable())
                .switchIfEmpty(Course.refused(Reason.WRONG_STATE))
                .flatMap(found -> {
                    Request request = found.request();
                    Facts facts = request.facts();
                    return appeals.lodge(facts, new Appeal.Lodged(id, now, text))
                            .filter(first -> first)
                            .switchIfEmpty(Course.refused(Reason.APPEALED_BEFORE))
                            .then(clocks.start(id, deadlines.start(APPEAL, now)))
                            .then(course.move(found, request, Happening.of(now, Actor.REQUESTER, "APPEALED", null)))
                            .delayUntil(saved -> course.tell(request, NoticeKind.APPEAL_RECEIVED, now));
                });
    }
}
