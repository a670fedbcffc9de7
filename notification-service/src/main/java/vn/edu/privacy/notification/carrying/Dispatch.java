package vn.edu.privacy.notification.carrying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.Circuits;
import vn.edu.privacy.notification.holder.HolderAnswer;
import vn.edu.privacy.notification.holder.HolderBusy;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.holder.Holders;
import vn.edu.privacy.notification.holder.Instruction;
import vn.edu.privacy.notification.request.application.CarryOwnData;
import vn.edu.privacy.notification.request.application.CompleteRequest;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.retry.Backoff;

/**
 * Tells holders what to do and asks until they have done it. A holder that fails is asked again with growing pauses,
 * without end; one that failed often or is not done in time is called silent, and people see that, as they see a refusal.
 * Several instances may run: an instruction is claimed by one at a time, and the holder knows one that comes twice by its
 * id.
 */
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int BATCH = 32;
    private static final int AT_ONCE = 8;
    private static final int SILENT_AFTER = 6;
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration WITHOUT_AGREEMENT = Duration.ofMinutes(1);
    /** What a holder is given data by, or leave to process it. */
    private static final Set<Action> GIVES_DATA = EnumSet.of(Action.RECTIFY, Action.LIFT);

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), LONGEST_PAUSE);

    private final InstructionRows rows;
    private final Holders holders;
    private final HolderRegistry registry;
    private final Circuits circuits;
    private final Acknowledgements acknowledgements;
    private final Corrections corrections;
    private final Requests requests;
    private final CompleteRequest completion;
    private final CarryOwnData ownData;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Dispatch(
            InstructionRows rows,
            Holders holders,
            HolderRegistry registry,
            Circuits circuits,
            Acknowledgements acknowledgements,
            Corrections corrections,
            Requests requests,
            CompleteRequest completion,
            CarryOwnData ownData,
            TransactionalOperator transaction,
            Clock clock) {
        this.rows = rows;
        this.holders = holders;
        this.registry = registry;
        this.circuits = circuits;
        this.acknowledgements = acknowledgements;
        this.corrections = corrections;
        this.requests = requests;
        this.completion = completion;
        this.ownData = ownData;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes the instructions whose turn it is. */
    @Scheduled(fixedDelayString = "${privacy.carrying.interval:PT0.25S}")
    Mono<Void> run() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return rows.claim(now, now.plus(CLAIM), circuits.open(), BATCH)
                    .collectList()
                    .as(transaction::transactional)
                    .flatMapIterable(claimed -> claimed)
                    .flatMapDelayError(this::tell, AT_ONCE, 1)
                    .then();
        });
    }

    private Mono<Void> tell(InstructionRows.Claimed claimed) {
        Instruction instruction = claimed.instruction();
        if (GIVES_DATA.contains(instruction.action()) && !registry.mayReceive(instruction.holder())) {
            // nothing is wrong with the call: it waits for an agreement, or for the end of the suspension
            return rows.postpone(instruction, clock.instant().plus(WITHOUT_AGREEMENT));
        }
        return circuits.allows(instruction.holder())
                ? call(claimed)
                : rows.postpone(instruction, clock.instant().plus(BACKOFF.after(1)));
    }

    private Mono<Void> call(InstructionRows.Claimed claimed) {
        return whole(claimed)
                .flatMap(holders::instruct)
                .map(answer -> answered(claimed, answer))
                .onErrorResume(failure -> {
                    LOG.warn(
                            "{} did not take instruction {} (attempt {}): {}",
                            claimed.instruction().holder(),
                            claimed.instruction().id(),
                            claimed.attempts(),
                            failure.toString());
                    return Mono.just(unanswered(claimed, pause(failure)));
                })
                .doFinally(ended -> circuits.over(claimed.instruction().holder()))
                .flatMap(outcome -> note(claimed, outcome));
    }

    private Mono<Instruction> whole(InstructionRows.Claimed claimed) {
        Instruction instruction = claimed.told();
        return claimed.corrections() == null
                ? Mono.just(instruction)
                : corrections
                        .open(instruction.studentId(), claimed.corrections())
                        .map(instruction::correcting);
    }

    private Outcome answered(InstructionRows.Claimed claimed, HolderAnswer answer) {
        Instant now = clock.instant();
        return switch (answer.status()) {
            case RECEIVED ->
                new Outcome(
                        now.isBefore(claimed.instruction().dueBy()) ? Step.State.TOLD : Step.State.SILENT,
                        answer.at(),
                        null,
                        answer,
                        now.plus(BACKOFF.after(claimed.attempts())));
            case REFUSED ->
                new Outcome(Step.State.REFUSED, answer.at(), answer.reason(), answer, now.plus(LONGEST_PAUSE));
            case STOPPED -> Outcome.done(Step.State.STOPPED, answer);
            case RESTRICTED -> Outcome.done(Step.State.RESTRICTED, answer);
            case LIFTED -> Outcome.done(Step.State.LIFTED, answer);
            case ERASED -> Outcome.done(Step.State.ERASED, answer);
            case RECTIFIED -> Outcome.done(Step.State.RECTIFIED, answer);
        };
    }

    /** For how long the holder asks to be left alone, though never longer than any other pause. */
    private static Duration pause(Throwable failure) {
        if (!(failure instanceof HolderBusy busy)) {
            return Duration.ZERO;
        }
        return busy.pause().compareTo(LONGEST_PAUSE) < 0 ? busy.pause() : LONGEST_PAUSE;
    }

    private Outcome unanswered(InstructionRows.Claimed claimed, Duration atLeast) {
        Instant now = clock.instant();
        Duration wait = BACKOFF.after(claimed.attempts());
        boolean silent = claimed.attempts() >= SILENT_AFTER
                || !now.isBefore(claimed.instruction().dueBy());
        return new Outcome(
                silent ? Step.State.SILENT : claimed.state(),
                now,
                null,
                null,
                now.plus(wait.compareTo(atLeast) < 0 ? atLeast : wait));
    }

    private Mono<Void> note(InstructionRows.Claimed claimed, Outcome outcome) {
        Instruction instruction = claimed.instruction();
        Mono<Boolean> moves = rows.move(instruction, outcome.state(), outcome.at(), outcome.reason(), outcome.next())
                .filter(changed -> changed && outcome.state() != claimed.state());
        Mono<Boolean> moved = moves.delayUntil(changed -> acknowledgements.keep(instruction, outcome.answer()))
                .delayUntil(changed -> followUp(instruction, outcome.state()));
        UUID requestId = instruction.requestId();
        if (requestId == null) {
            return moved.then().as(transaction::transactional);
        }
        // the request's lock comes first everywhere, so that two holders answering at once see each other
        return requests.lock(requestId)
                .flatMap(locked -> moved)
                .flatMap(changed -> completion
                        .stepped(requestId, instruction.holder(), outcome.state())
                        .then(rows.isOpen(requestId)))
                .filter(open -> !open)
                .flatMap(done -> ownData.answered(requestId))
                .as(transaction::transactional);
    }

    private Mono<Void> followUp(Instruction instruction, Step.State state) {
        return instruction.action() == Action.STOP && state.done()
                ? rows.release(instruction.studentId(), instruction.id(), clock.instant())
                : Mono.empty();
    }

    /** Where an instruction is, since when, why not, and when the holder is asked again. */
    private record Outcome(
            Step.State state,
            Instant at,
            @Nullable String reason,
            @Nullable HolderAnswer answer,
            @Nullable Instant next) {
        static Outcome done(Step.State state, HolderAnswer answer) {
            return new Outcome(state, answer.at(), null, answer, null);
        }
    }
}
