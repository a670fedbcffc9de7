package vn.edu.privacy.consent.paper.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.paper.application.CheckSample;
import vn.edu.privacy.consent.paper.application.IntakeBatches;
import vn.edu.privacy.consent.paper.application.TakeInHeldConsents;
import vn.edu.privacy.consent.paper.domain.BatchLine;
import vn.edu.privacy.consent.paper.domain.IntakeBatch;
import vn.edu.privacy.consent.paper.domain.WrongBecause;
import vn.edu.privacy.consent.roster.Seen;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Consents that a school already held, in batches; each officer sees the own school's only. */
@RestController
@RequestMapping("/v1/intakes")
class IntakeController {
    private final TakeInHeldConsents taking;
    private final CheckSample checking;
    private final IntakeBatches batches;
    private final Consents consents;

    IntakeController(TakeInHeldConsents taking, CheckSample checking, IntakeBatches batches, Consents consents) {
        this.taking = taking;
        this.checking = checking;
        this.batches = batches;
        this.consents = consents;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IntakeResponse> take(@Valid @RequestBody IntakeRequest body, Caller caller) {
        return taking.take(body.order(DeskReaders.school(caller), caller.requirePerson()))
                .flatMap(this::answer);
    }

    @GetMapping("/{intakeId}")
    Mono<IntakeResponse> read(@PathVariable UUID intakeId, Caller caller) {
        return batches.find(intakeId)
                .filter(batch -> batch.schoolId().equals(DeskReaders.school(caller)))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .flatMap(this::answer);
    }

    @PostMapping("/{intakeId}/sample/{decisionId}/check")
    Mono<IntakeResponse> check(
            @PathVariable UUID intakeId,
            @PathVariable UUID decisionId,
            @Valid @RequestBody LineCheck body,
            Caller caller) {
        if ((body.outcome() == Outcome.REJECTED) != (body.wrongBecause() != null)) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("wrongBecause");
        }
        return checking.check(
                        DeskReaders.school(caller), intakeId, decisionId, caller.requirePerson(), body.wrongBecause())
                .flatMap(this::answer);
    }

    /** Reads all lines before the first entry: one connection does not answer a question while it still streams another. */
    private Mono<IntakeResponse> answer(IntakeBatch batch) {
        return batches.lines(batch.id())
                .filter(BatchLine::sampled)
                .collectList()
                .delayUntil(lines ->
                        Seen.note(lines.stream().map(BatchLine::studentId).toList()))
                .flatMapIterable(lines -> lines)
                .concatMap(line -> consents.entry(line.decisionId()).map(entry -> IntakeResponse.Line.of(line, entry)))
                .collectList()
                .map(sample -> IntakeResponse.of(batch, sample));
    }

    /** Body of {@code POST /v1/intakes/{intakeId}/sample/{decisionId}/check}; a reason with REJECTED, and only then. */
    record LineCheck(@NotNull Outcome outcome, @Nullable WrongBecause wrongBecause) {}

    /** What comparing with the evidence showed. */
    enum Outcome {
        CONFIRMED,
        REJECTED
    }
}
