package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** The requester has seen what withdrawing means, and withdraws (Decree 13 art. 12.3, R-WD-02). */
public final class ConfirmWithdrawal {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Authority authority;
    private final StandingConsents consents;
    private final RequestEvents events;
    private final Course course;
    private final Clock clock;
    private final Duration wait;

    public ConfirmWithdrawal(
            Authority authority,
            StandingConsents consents,
            RequestEvents events,
            Course course,
            Clock clock,
            Duration wait) {
        this.authority = authority;
        this.consents = consents;
        this.events = events;
        this.course = course;
        this.clock = clock;
        this.wait = wait;
    }

    /** Sends the withdrawal on its way, naming each decision withdrawn, so that a newer one stands. */
    Mono<StoredRequest> confirm(StoredRequest found, Withdrawal.AwaitingConfirmation awaiting) {
        return authority
                .of(awaiting.facts().requester(), awaiting.facts().studentId(), Matters.of(awaiting))
                .switchIfEmpty(Course.refused(Reason.UNKNOWN_REQUEST))
                .then(standing(awaiting))
                .flatMap(decisions -> {
                    Instant now = clock.instant();
                    Withdrawal.Received received = awaiting.confirm(decisions);
                    return course.move(found, received, Happening.of(now, Actor.REQUESTER, "CONFIRMED", null))
                            .delayUntil(saved -> events.instructed(received, now))
                            .delayUntil(saved -> course.tell(received, NoticeKind.REQUEST_RECEIVED, now));
                });
    }

    /** A consent given a moment ago may still be on its way here, so that what is missing is waited for. */
    private Mono<Map<String, List<Long>>> standing(Withdrawal.AwaitingConfirmation awaiting) {
        List<String> codes =
                awaiting.purposes().stream().map(WithdrawnPurpose::code).toList();
        return Mono.defer(() -> consents.given(awaiting.facts().studentId(), codes))
                .map(given -> {
                    codes.stream()
                            .filter(code -> !given.containsKey(code))
                            .findFirst()
                            .ifPresent(missing -> {
                                throw new RequestRefused(Reason.NOTHING_TO_WITHDRAW, missing);
                            });
                    return given;
                })
                .retryWhen(Retry.fixedDelay(wait.dividedBy(POLL), POLL)
                        .filter(RequestRefused.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }
}
