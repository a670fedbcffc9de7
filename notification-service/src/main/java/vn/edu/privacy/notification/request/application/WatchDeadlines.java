package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.Notices;
import vn.edu.privacy.notification.notice.OfficerOrder;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Facts;

/**
 * Reminds officers before a deadline, and puts every missed one on record, before the head of the unit, and before the
 * requester, who may complain (R-DL-05, R-DL-06).
 */
public final class WatchDeadlines {
    private final Requests requests;
    private final Course course;
    private final Clocks clocks;
    private final Notices notices;
    private final Clock clock;

    public WatchDeadlines(Requests requests, Course course, Clocks clocks, Notices notices, Clock clock) {
        this.requests = requests;
        this.course = course;
        this.clocks = clocks;
        this.notices = notices;
        this.clock = clock;
    }

    /** Looks at the clocks of one request; joins the caller's transaction. What was said before is not said again. */
    public Mono<Void> watch(UUID id) {
        Instant now = clock.instant();
        return requests.lock(id)
                .map(found -> found.request().facts())
                .flatMap(facts -> clocks.noteOverdue(id, now)
                        .filter(missed -> !missed.isEmpty())
                        .flatMap(missed -> missed(facts, missed, now))
                        .then(clocks.takeReminders(id, now))
                        .filter(near -> !near.isEmpty())
                        .flatMap(near -> near(facts, near, now)));
    }

    private Mono<Void> missed(Facts facts, List<RunningClock> missed, Instant now) {
        return log(facts, "OVERDUE", missed, now)
                .then(notices.tellOfficers(order(facts, NoticeKind.DEADLINE_MISSED, now)))
                .then(course.tell(facts, NoticeKind.REQUEST_OVERDUE, now));
    }

    private Mono<Void> near(Facts facts, List<RunningClock> near, Instant now) {
        return log(facts, "REMINDED", near, now)
                .then(notices.tellOfficers(order(facts, NoticeKind.DEADLINE_NEAR, now)));
    }

    private Mono<Void> log(Facts facts, String event, List<RunningClock> about, Instant now) {
        return Flux.fromIterable(about)
                .concatMap(running -> requests.log(
                        facts.id(),
                        Happening.of(now, Actor.SYSTEM, event, running.code().name())))
                .then();
    }

    private static OfficerOrder order(Facts facts, NoticeKind kind, Instant now) {
        return new OfficerOrder(facts.schoolId(), kind, facts.id(), facts.studentId(), null, now);
    }
}
