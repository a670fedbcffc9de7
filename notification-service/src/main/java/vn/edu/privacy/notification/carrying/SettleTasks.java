package vn.edu.privacy.notification.carrying;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.holder.RefusalReason;
import vn.edu.privacy.notification.request.application.CarryOwnData;
import vn.edu.privacy.notification.request.application.CompleteRequest;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** An officer has a holder told again, or records what people there did or will not do. */
@Component
class SettleTasks {
    private static final int CONFLICT = 409;

    private final Tasks tasks;
    private final InstructionRows rows;
    private final HolderRegistry registry;
    private final Requests requests;
    private final CompleteRequest completion;
    private final CarryOwnData ownData;
    private final SubjectKeys keys;
    private final Clock clock;

    SettleTasks(
            Tasks tasks,
            InstructionRows rows,
            HolderRegistry registry,
            Requests requests,
            CompleteRequest completion,
            CarryOwnData ownData,
            SubjectKeys keys,
            Clock clock) {
        this.tasks = tasks;
        this.rows = rows;
        this.registry = registry;
        this.requests = requests;
        this.completion = completion;
        this.ownData = ownData;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Tells the holder again, at once.
     *
     * @throws ProblemException (in the Mono) when there is nothing to tell or nobody to tell it to
     */
    @Transactional
    Mono<Void> again(UUID id, Officer officer) {
        return locked(id, officer)
                .filter(task -> registry.reaches(task.holder()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(new ProblemType("holder-without-api", CONFLICT))))
                .flatMap(task -> tasks.again(task, clock.instant()));
    }

    /** What was recorded lately with its evidence, opened; without a word once the student's key was destroyed. */
    Mono<List<Proven>> proven(@Nullable String schoolId) {
        return tasks.settled(schoolId)
                .flatMap(found -> found.isEmpty()
                        ? Mono.just(List.of())
                        : keys.openAll(found.stream()
                                        .map(each -> new SubjectKeys.Sealed(
                                                each.task().studentId(), each.evidence()))
                                        .toList())
                                .map(opened -> IntStream.range(0, found.size())
                                        .mapToObj(at -> new Proven(
                                                found.get(at).task(),
                                                found.get(at).by(),
                                                opened.get(at)
                                                        .map(text -> new String(text, StandardCharsets.UTF_8))
                                                        .orElse("")))
                                        .toList()));
    }

    /** People there have done it; the evidence is kept sealed under the student's key. */
    @Transactional
    Mono<Void> done(UUID id, Officer officer, String evidence) {
        return locked(id, officer)
                .flatMap(task -> settle(task, officer, InstructionRows.done(task.action()), null, evidence));
    }

    /** It will not be done, for a reason that the person is told. */
    @Transactional
    Mono<Void> notDone(UUID id, Officer officer, RefusalReason reason, String evidence) {
        return locked(id, officer).flatMap(task -> settle(task, officer, Step.State.NOT_DONE, reason.name(), evidence));
    }

    private Mono<Void> settle(Task task, Officer officer, Step.State state, @Nullable String reason, String evidence) {
        Instant now = clock.instant();
        return keys.seal(task.studentId(), evidence.getBytes(StandardCharsets.UTF_8))
                .flatMap(kept -> tasks.settle(task, state, reason, officer.id(), kept, now))
                .then(release(task, state, now))
                .then(Mono.justOrEmpty(task.requestId()))
                .flatMap(requestId -> completion
                        .recorded(requestId, task.holder(), state, officer)
                        .then(rows.isOpen(requestId))
                        .filter(open -> !open)
                        .flatMap(done -> ownData.answered(requestId)));
    }

    private Mono<Void> release(Task task, Step.State state, Instant now) {
        return task.action() == Action.STOP && state == Step.State.STOPPED
                ? rows.release(task.studentId(), task.id(), registry.reaches(task.holder()) ? now : null)
                : Mono.empty();
    }

    /** A request is locked before its instructions, everywhere. */
    private Mono<Task> locked(UUID id, Officer officer) {
        return tasks.requestOf(id)
                .flatMap(requests::lock)
                .then(tasks.lock(id, officer))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .filter(task -> !task.state().done())
                .switchIfEmpty(Mono.error(() -> ProblemException.of(new ProblemType("wrong-state", CONFLICT))));
    }

    /**
     * What people recorded of an instruction.
     *
     * @param task the instruction, done
     * @param by who recorded it
     * @param evidence their words; empty when the student was erased
     */
    record Proven(Task task, String by, String evidence) {}
}
