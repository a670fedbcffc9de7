package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Restriction;

/** An officer answers for what of a restriction or an objection could not be put into effect. */
public final class RuleOnRestriction {
    private final Course course;
    private final RequestEvents events;
    private final CarryOwnData own;
    private final RestrictionOutcome outcome;
    private final Clock clock;

    public RuleOnRestriction(
            Course course, RequestEvents events, CarryOwnData own, RestrictionOutcome outcome, Clock clock) {
        this.course = course;
        this.events = events;
        this.own = own;
        this.outcome = outcome;
        this.clock = clock;
    }

    Mono<StoredRequest> retry(StoredRequest found, Restriction.NotInEffect failed, Officer officer) {
        Instant now = clock.instant();
        Restriction.Received again = failed.retry();
        return course.move(found, again, Happening.byOfficer(now, officer, "RETRIED", null))
                .delayUntil(saved -> course.met(again, Course.ACKNOWLEDGED, now))
                .flatMap(saved -> again.facts().isOwn()
                        ? own.uphold(again)
                        : events.instructed(again, now).thenReturn(saved));
    }

    /** What is in effect stays so; for the rest the requester is told why not. */
    Mono<StoredRequest> settle(StoredRequest found, Restriction.NotInEffect failed, Refusal refusal, Officer officer) {
        if (!failed.isAnswered()) {
            return Course.refused(Reason.WRONG_STATE);
        }
        Instant now = clock.instant();
        Restriction settled = failed.settle(refusal);
        return course.sayNo(found, settled, refusal, officer, now)
                .delayUntil(saved -> settled instanceof Restriction.InEffect inEffect
                        ? outcome.inEffect(inEffect)
                        : course.met(settled, Course.FULFILLED, now));
    }
}
