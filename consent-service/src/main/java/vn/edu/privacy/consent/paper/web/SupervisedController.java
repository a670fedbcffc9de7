package vn.edu.privacy.consent.paper.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Recorded;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.paper.application.RecordSupervised;
import vn.edu.privacy.consent.purpose.NoticeText;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.platform.identity.Caller;

/** A child's own answer in front of somebody of its school: first the notice is shown, then the answer is recorded. */
@RestController
@RequestMapping("/v1/students/{studentId}")
class SupervisedController {
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    private final DeskReaders readers;
    private final RecordSupervised supervised;
    private final Purposes purposes;

    SupervisedController(DeskReaders readers, RecordSupervised supervised, Purposes purposes) {
        this.readers = readers;
        this.supervised = supervised;
        this.purposes = purposes;
    }

    @PostMapping("/supervised-notices")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Shown> show(@PathVariable UUID studentId, @Valid @RequestBody Show body, Caller caller) {
        return readers.ofSchool(caller, studentId)
                .flatMap(child -> supervised.show(child, body.purpose(), body.language(), caller.requirePerson()))
                .flatMap(notice -> purposes.version(notice.purpose(), notice.version())
                        .map(purpose -> Shown.of(notice, purpose.notice(notice.language()))));
    }

    @PostMapping("/supervised-answers")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Taken> record(@PathVariable UUID studentId, @Valid @RequestBody Given body, Caller caller) {
        return readers.ofSchool(caller, studentId)
                .flatMap(child -> supervised.record(
                        child,
                        new RecordSupervised.Answer(
                                body.purpose(),
                                body.decision(),
                                body.notice(),
                                caller.requirePerson(),
                                body.reference().strip())))
                .map(Taken::of);
    }

    /** {@code POST …/supervised-notices}. */
    record Show(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String purpose,

            @NotNull @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
            String language) {}

    /**
     * What is to be read with the child.
     *
     * @param id names it in the answer
     * @param childText the notice in the child's words
     */
    record Shown(
            UUID id, String purpose, int version, String language, Instant servedAt, String name, String childText) {
        static Shown of(ServedNotice notice, NoticeText text) {
            return new Shown(
                    notice.id(),
                    notice.purpose(),
                    notice.version(),
                    notice.language(),
                    notice.servedAt(),
                    text.name(),
                    // a purpose that needs consent is not published without
                    Objects.requireNonNull(text.childText()));
        }
    }

    /** {@code POST …/supervised-answers}. */
    record Given(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String purpose,

            @NotNull DecisionKind decision,
            @NotNull UUID notice,

            @NotNull @Size(min = 3, max = 80) @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]*")
            String reference) {}

    /** What was recorded; an agreement waits for a second person. */
    record Taken(
            UUID decisionId,
            UUID receiptId,
            long seq,
            String purpose,
            String decision,
            Instant decidedAt,
            ConsentState state,
            Answer answer) {
        static Taken of(Recorded recorded) {
            return new Taken(
                    recorded.entry().decisionId(),
                    recorded.entry().decisionId(),
                    recorded.entry().seq(),
                    recorded.entry().key().purpose(),
                    recorded.entry().kind().name(),
                    recorded.entry().decidedAt(),
                    recorded.record().state(),
                    recorded.record().answer());
        }
    }
}
