package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** An officer answers for what of a withdrawal could not be put into effect (R-WD-04, R-DL-06). */
public final class RuleOnWithdrawal {
    private final Course course;
    private final RequestEvents events;
    private final WithdrawalOutcome outcome;
    private final Clock clock;

    public RuleOnWithdrawal(Course course, RequestEvents events, WithdrawalOutcome outcome, Clock clock) {
        this.course = course;
        this.events = events;
        this.outcome = outcome;
        this.clock = clock;
    }

    Mono<StoredRequest> retry(StoredRequest found, Withdrawal.NotInEffect failed, Officer officer) {
        Instant now = clock.instant();
        Withdrawal again = failed.retry();
        return course.move(found, again, Happening.byOfficer(now, officer, "RETRIED", null))
                .delayUntil(saved -> course.met(again, Course.ACKNOWLEDGED, now))
                .delayUntil(saved -> switch (again) {
                    case Withdrawal.Received received -> events.instructed(received, now);
                    case Withdrawal.InEffect inEffect -> outcome.inEffect(inEffect);
                    default -> Mono.empty();
                });
    }

    /** What is in effect stays so; for the rest the requester is told why not. */
    Mono<StoredRequest> settle(StoredRequest found, Withdrawal.NotInEffect failed, Refusal refusal, Officer officer) {
        if (!failed.isAnswered()) {
            return Course.refused(Reason.WRONG_STATE);
        }
        Instant now = clock.instant();
        Withdrawal settled = failed.settle(refusal);
        return course.sayNo(found, settled, refusal, officer, now)
                .delayUntil(saved -> settled instanceof Withdrawal.InEffect inEffect
                        ? outcome.inEffect(inEffect)
                        : course.met(settled, Course.FULFILLED, now));
    }
}
