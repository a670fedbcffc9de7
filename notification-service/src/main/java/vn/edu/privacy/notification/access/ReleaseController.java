package vn.edu.privacy.notification.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.SeenVersion;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.platform.identity.Caller;

/** What waits for release, for officers over HTTP; never cached. */
@RestController
class ReleaseController {
    private final ReviewData reviewing;
    private final ReleaseData releasing;
    private final HolderRegistry registry;

    ReleaseController(ReviewData reviewing, ReleaseData releasing, HolderRegistry registry) {
        this.reviewing = reviewing;
        this.releasing = releasing;
        this.registry = registry;
    }

    @GetMapping("/v1/requests/{id}/gathered-data")
    Mono<ResponseEntity<Gathered>> look(@PathVariable UUID id, Caller caller, Locale locale) {
        return reviewing
                .look(id, Readers.officer(caller))
                .map(review -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Gathered(
                                review.requestId(),
                                review.studentId(),
                                review.isSensitive(),
                                review.answers().stream()
                                        .map(answer -> held(answer, locale.getLanguage()))
                                        .toList())));
    }

    @PostMapping("/v1/requests/{id}/release")
    Mono<ResponseEntity<Released>> release(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody Release body,
            Caller caller) {
        return releasing
                .release(
                        id,
                        Readers.officer(caller),
                        SeenVersion.of(seen),
                        body.items().stream()
                                .map(item -> new ReleaseData.Ruling(
                                        item.holder(),
                                        item.position(),
                                        item.leaveOut() == null
                                                ? null
                                                : LeftOut.valueOf(
                                                        item.leaveOut().name()),
                                        item.words() == null ? List.of() : item.words()))
                                .toList())
                .map(stored -> ResponseEntity.ok()
                        .eTag(SeenVersion.eTag(stored))
                        .body(new Released(
                                id, stored.request().state(), stored.request().availableUntil())));
    }

    private Held held(Review.Answer answer, String language) {
        return new Held(
                answer.holder(),
                OwnRecords.name(registry, answer.holder(), language),
                answer.asOf(),
                answer.items().stream()
                        .map(item -> new Item(
                                item.position(),
                                item.data().category(),
                                item.data().label(language),
                                item.data().value(language),
                                item.sensitive(),
                                item.proposed()))
                        .toList());
    }

    /** Body of {@code POST /v1/requests/{id}/release}; what is not named stays as it was proposed. */
    record Release(@NotNull @Size(max = 20_000) List<@NotNull @Valid Ruling> items) {}

    /** What the officer decides on one item; without {@code leaveOut} it is shown, with {@code words} all but these. */
    record Ruling(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            String holder,

            @NotNull @Min(0) @Max(999) Integer position,
            @Nullable Ground leaveOut,

            @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 200) String> words) {}

    /** Why an officer may leave something out ({@link LeftOut#isOfficers}). */
    enum Ground {
        OTHER_PERSON,
        NATIONAL_SECURITY,
        HARM_TO_OTHERS,
        SUBJECT_DISAGREES
    }

    /** Answer of {@code POST /v1/requests/{id}/release}. */
    record Released(UUID id, RequestState state, @Nullable Instant availableUntil) {}

    /** Answer of {@code GET /v1/requests/{id}/gathered-data}. */
    record Gathered(UUID requestId, UUID studentId, boolean sensitive, List<Held> holders) {}

    /** What one holder answered. */
    record Held(String holder, String name, Instant asOf, List<Item> items) {}

    /** One piece of data. */
    record Item(
            int position,
            String category,
            String label,
            String value,
            boolean sensitive,
            @Nullable LeftOut proposed) {}
}
