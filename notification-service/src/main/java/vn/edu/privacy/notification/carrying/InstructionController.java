package vn.edu.privacy.notification.carrying;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.RefusalReason;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Instructions to holders over HTTP, for officers. */
@RestController
@RequestMapping("/v1/instructions")
class InstructionController {
    private static final int LONGEST_TEXT = 2000;

    private final Tasks tasks;
    private final SettleTasks settling;
    private final Acknowledgements proofs;

    InstructionController(Tasks tasks, SettleTasks settling, Acknowledgements proofs) {
        this.proofs = proofs;
        this.tasks = tasks;
        this.settling = settling;
    }

    @GetMapping
    Mono<Items> list(@RequestParam(defaultValue = "WAITING") Which which, Caller caller, Locale locale) {
        String school = Readers.officer(caller).schoolId();
        return (which == Which.WAITING ? tasks.waiting(school) : tasks.unasked(school))
                .map(found -> new Items(found.stream()
                        .map(task -> Item.of(task, locale.getLanguage()))
                        .toList()));
    }

    @GetMapping("/{id}/acknowledgements")
    Mono<Proofs> acknowledgements(@PathVariable UUID id, Caller caller) {
        return tasks.find(id, Readers.officer(caller))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .flatMap(task -> proofs.of(task.studentId(), id))
                .map(Proofs::new);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> again(@PathVariable UUID id, Caller caller) {
        return settling.again(id, Readers.officer(caller));
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> done(@PathVariable UUID id, @Valid @RequestBody Done body, Caller caller) {
        return settling.done(id, Readers.officer(caller), body.evidence());
    }

    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> notDone(@PathVariable UUID id, @Valid @RequestBody NotDone body, Caller caller) {
        return settling.notDone(id, Readers.officer(caller), body.reason(), body.evidence());
    }

    /** Which of them. */
    enum Which {
        /** What is not done yet. */
        WAITING,
        /** What no person asked for, done or not. */
        UNASKED
    }

    /** Body of {@code POST /v1/instructions/{id}/completion}. */
    record Done(@NotBlank @Size(max = LONGEST_TEXT) String evidence) {}

    /** Body of {@code POST /v1/instructions/{id}/refusal}. */
    record NotDone(
            @NotNull RefusalReason reason,
            @NotBlank @Size(max = LONGEST_TEXT) String evidence) {}

    /** Answer of {@code GET /v1/instructions/{id}/acknowledgements}. */
    record Proofs(List<Acknowledgements.Kept> items) {}

    /** Answer of {@code GET /v1/instructions}. */
    record Items(List<Item> items) {}

    /** One of them. */
    record Item(
            UUID id,
            String schoolId,
            @Nullable UUID requestId,
            @Nullable String reference,
            @Nullable String cause,
            UUID studentId,
            String holder,
            String name,
            String purpose,
            Action action,
            Step.State state,
            @Nullable String reason,
            Instant at,
            Instant due,
            int attempts,
            boolean manual) {
        static Item of(Task task, String language) {
            return new Item(
                    task.id(),
                    task.schoolId(),
                    task.requestId(),
                    task.reference(),
                    task.cause(),
                    task.studentId(),
                    task.holder(),
                    task.name(language),
                    task.purpose(),
                    task.action(),
                    task.state(),
                    task.reason(),
                    task.since(),
                    task.due(),
                    task.attempts(),
                    task.manual());
        }
    }
}
