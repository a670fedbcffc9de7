package vn.edu.privacy.consent.paper.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.paper.application.CheckSample;
import vn.edu.privacy.consent.paper.application.IntakeBatches;
import vn.edu.privacy.consent.paper.domain.BatchLine;
import vn.edu.privacy.consent.paper.domain.BatchState;
import vn.edu.privacy.consent.paper.domain.IntakeBatch;
import vn.edu.privacy.consent.paper.domain.WrongBecause;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The batches of consents that the school already held, and the sample of each to compare with its evidence. */
@Controller
class IntakePage {
    private static final int MOST = 100;

    private final IntakeBatches batches;
    private final CheckSample checking;
    private final Consents consents;
    private final StudentNames names;
    private final EntryViews views;

    IntakePage(IntakeBatches batches, CheckSample checking, Consents consents, StudentNames names, EntryViews views) {
        this.batches = batches;
        this.checking = checking;
        this.consents = consents;
        this.names = names;
        this.views = views;
    }

    @GetMapping(Paths.INTAKES)
    Mono<Rendering> list(Caller caller) {
        return batches.ofSchool(DeskReaders.school(caller), MOST)
                .collectList()
                .map((List<IntakeBatch> all) -> Rendering.view("paper-intakes")
                        .modelAttribute("batches", all)
                        .build());
    }

    @GetMapping(Paths.INTAKE)
    Mono<Rendering> show(@PathVariable UUID batchId, Caller caller) {
        return batch(batchId, caller)
                .flatMap(batch -> batches.lines(batchId)
                        .filter(BatchLine::sampled)
                        .collectList()
                        .flatMap(sample -> names.of(sample.stream()
                                        .map(BatchLine::studentId)
                                        .toList())
                                .map(known -> Rendering.view("paper-intake")
                                        .modelAttribute("batch", batch)
                                        .modelAttribute("sample", sample)
                                        .modelAttribute("names", known)
                                        .modelAttribute("mine", mine(batch, caller))
                                        .build())));
    }

    @GetMapping(Paths.LINE)
    Mono<Rendering> line(@PathVariable UUID batchId, @PathVariable int line, Caller caller, Locale locale) {
        return batch(batchId, caller)
                .flatMap(batch -> line(batchId, line)
                        .flatMap(found -> consents.entry(found.decisionId())
                                .flatMap(entry -> views.of(entry, locale))
                                .map(view -> Rendering.view("paper-check")
                                        .modelAttribute("entry", view)
                                        .modelAttribute("mine", mine(batch, caller))
                                        .modelAttribute(
                                                "checked",
                                                found.right() != null || batch.state() != BatchState.SAMPLING)
                                        .modelAttribute("reasons", WrongBecause.values())
                                        .modelAttribute("back", Paths.intake(batchId))
                                        .build())))
                .switchIfEmpty(notFound());
    }

    @PostMapping(Paths.LINE)
    Mono<Rendering> compare(
            @PathVariable UUID batchId, @PathVariable int line, Caller caller, ServerWebExchange exchange) {
        return Mono.zip(line(batchId, line).switchIfEmpty(notFound()), exchange.getFormData())
                .flatMap(sent -> checking.check(
                        DeskReaders.school(caller),
                        batchId,
                        sent.getT1().decisionId(),
                        caller.requirePerson(),
                        CheckForm.of(sent.getT2()).wrong()))
                .map(batch -> Rendering.redirectTo(Paths.intake(batchId)).build());
    }

    private Mono<BatchLine> line(UUID batchId, int line) {
        return batches.lines(batchId)
                .filter(each -> each.line() == line && each.sampled())
                .next();
    }

    private Mono<IntakeBatch> batch(UUID batchId, Caller caller) {
        return batches.find(batchId)
                .filter(batch -> batch.schoolId().equals(DeskReaders.school(caller)))
                .switchIfEmpty(notFound());
    }

    private static boolean mine(IntakeBatch batch, Caller caller) {
        return batch.submittedBy().equals(caller.requirePerson());
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND));
    }
}
