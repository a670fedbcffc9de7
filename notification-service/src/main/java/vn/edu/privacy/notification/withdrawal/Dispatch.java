package vn.edu.privacy.notification.withdrawal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.HolderAnswer;
import vn.edu.privacy.notification.holder.Holders;
import vn.edu.privacy.notification.request.application.CompleteWithdrawal;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.retry.Backoff;

/**
 * Tells holders to stop and asks until they have. A holder that fails is asked again with growing pauses, without end; one
 * that failed often, refuses, or has not stopped in time is called silent, and people see that. Several instances may
 * run: a step is claimed by one at a time, and the holder knows an instruction that comes twice by its id.
 */
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int BATCH = 32;
    private static final int AT_ONCE = 8;
    private static final int SILENT_AFTER = 6;
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), LONGEST_PAUSE);

    private final StepRows rows;
    private final Holders holders;
    private final R2dbcCarrying carrying;
    private final Requests requests;
    private final CompleteWithdrawal completion;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Dispatch(
            StepRows rows,
            Holders holders,
            R2dbcCarrying carrying,
            Requests requests,
            CompleteWithdrawal completion,
            TransactionalOperator transaction,
            Clock clock) {
        this.rows = rows;
        this.holders = holders;
        this.carrying = carrying;
        this.requests = requests;
        this.completion = completion;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes the steps whose turn it is. */
    @Scheduled(fixedDelayString = "${privacy.withdrawal.interval:PT0.25S}")
    Mono<Void> run() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return rows.claim(now, now.plus(CLAIM), BATCH)
                    .collectList()
                    .as(transaction::transactional)
                    .flatMapIterable(claimed -> claimed)
                    .flatMapDelayError(this::tell, AT_ONCE, 1)
                    .then();
        });
    }

    private Mono<Void> tell(StepRows.Claimed step) {
        return holders.instructStop(step.instruction())
                .map(answer -> answered(step, answer))
                .onErrorResume(failure -> {
                    LOG.warn(
                            "{} did not take instruction {} (attempt {}): {}",
                            step.instruction().holder(),
                            step.instruction().id(),
                            step.attempts(),
                            failure.toString());
                    return Mono.just(unanswered(step));
                })
                .flatMap(outcome -> note(step, outcome));
    }

    private Outcome answered(StepRows.Claimed step, HolderAnswer answer) {
        Instant now = clock.instant();
        return switch (answer.status()) {
            case STOPPED -> new Outcome(Step.State.STOPPED, answer.at(), null);
            case ERASED -> new Outcome(Step.State.ERASED, answer.at(), null);
            case RECEIVED ->
                new Outcome(
                        now.isBefore(step.instruction().dueBy()) ? Step.State.TOLD : Step.State.SILENT,
                        answer.at(),
                        now.plus(BACKOFF.after(step.attempts())));
            case REFUSED -> new Outcome(Step.State.SILENT, answer.at(), now.plus(LONGEST_PAUSE));
        };
    }

    private Outcome unanswered(StepRows.Claimed step) {
        Instant now = clock.instant();
        boolean silent = step.attempts() >= SILENT_AFTER
                || !now.isBefore(step.instruction().dueBy());
        return new Outcome(silent ? Step.State.SILENT : step.state(), now, now.plus(BACKOFF.after(step.attempts())));
    }

    private Mono<Void> note(StepRows.Claimed step, Outcome outcome) {
        UUID requestId = step.instruction().requestId();
        // the request's lock comes first everywhere, so that two holders answering at once see each other
        return requests.lock(requestId)
                .flatMap(locked -> rows.move(step.instruction().id(), outcome.state(), outcome.at(), outcome.next()))
                .filter(moved -> moved && outcome.state() != step.state())
                .flatMap(moved -> completion
                        .stepped(requestId, step.instruction().holder(), outcome.state())
                        .then(carrying.isOpen(requestId)))
                .filter(open -> !open)
                .flatMap(done -> completion.complete(requestId))
                .as(transaction::transactional);
    }

    /** Where a step is, since when, and when it is asked again. */
    private record Outcome(
            Step.State state, Instant at, @Nullable Instant next) {}
}
