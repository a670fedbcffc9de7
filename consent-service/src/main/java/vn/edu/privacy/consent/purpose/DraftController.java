package vn.edu.privacy.consent.purpose;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Publication.Published;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Drafts over HTTP; {@code ETag} and {@code If-Match} keep two officers from overwriting each other. */
@RestController
@RequestMapping("/v1/purpose-drafts/{code}")
class DraftController {
    private final KeepDrafts drafts;
    private final PurposeProblems problems;
    private final ChangeWords words;

    DraftController(KeepDrafts drafts, PurposeProblems problems, ChangeWords words) {
        this.drafts = drafts;
        this.problems = problems;
        this.words = words;
    }

    @GetMapping
    Mono<ResponseEntity<DraftResponse>> read(@PathVariable String code, Locale language) {
        return drafts.read(code)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .map(review -> answer(review, HttpStatus.OK, language));
    }

    @PutMapping
    Mono<ResponseEntity<DraftResponse>> save(
            @PathVariable @Pattern(regexp = PurposeRequests.CODE) @Size(min = 2, max = 60) String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody PurposeRequests.Draft request,
            Caller caller,
            Locale language) {
        return drafts.save(code, request.draft(), Optional.ofNullable(seen).map(DraftController::edition), caller.id())
                .map(drafting -> switch (drafting) {
                    case Drafting.Saved(DraftReview review, boolean created) ->
                        answer(review, created ? HttpStatus.CREATED : HttpStatus.OK, language);
                    case Drafting.Not(Refused why) -> throw problems.of(why, language);
                    case Drafting.Discarded() -> throw new IllegalStateException("nothing was to be discarded");
                });
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Locale language) {
        return drafts.discard(code, edition(seen))
                .flatMap(drafting -> drafting instanceof Drafting.Not(Refused why)
                        ? Mono.error(problems.of(why, language))
                        : Mono.empty());
    }

    @PostMapping("/publication")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PurposeResponse> publish(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody PurposeRequests.PublishDraft request,
            Caller caller,
            Locale language) {
        return drafts.publish(code, edition(seen), request.change() == PurposeRequests.Change.MAJOR, caller.id())
                .map(publication -> switch (publication) {
                    case Published(PublishedPurpose purpose) -> PurposeResponse.of(purpose, language.getLanguage());
                    case Refused refused -> throw problems.of(refused, language);
                });
    }

    private ResponseEntity<DraftResponse> answer(DraftReview review, HttpStatus status, Locale language) {
        SavedDraft draft = review.draft();
        List<Refused> faults = review.refusals().stream()
                .filter(refused -> !(refused instanceof Refused.NoticeIncomplete))
                .toList();
        return ResponseEntity.status(status)
                .eTag("\"" + draft.edition() + "\"")
                .body(new DraftResponse(
                        draft.code(),
                        new PurposeState.Draft(draft.savedAt()).name(),
                        draft.baseVersion() == 0 ? null : draft.baseVersion(),
                        draft.savedAt(),
                        review.outdated(),
                        review.publishable(),
                        review.major() ? PurposeRequests.Change.MAJOR : PurposeRequests.Change.MINOR,
                        ContentResponse.of(draft.content()),
                        problems.missing(review.missing(), language),
                        faults.stream()
                                .map(refused -> problems.fault(refused, language))
                                .toList(),
                        review.difference().changes().stream()
                                .map(change -> DraftResponse.Difference.of(change, words.of(change, language)))
                                .toList()));
    }

    /** The edition that the caller has seen; without one, or with one that is not ours, the caller has seen none. */
    private static UUID edition(@Nullable String seen) {
        try {
            return UUID.fromString(String.valueOf(seen).replace("\"", ""));
        } catch (IllegalArgumentException none) {
            throw ProblemException.of(CommonProblems.STALE).field(HttpHeaders.IF_MATCH);
        }
    }
}
