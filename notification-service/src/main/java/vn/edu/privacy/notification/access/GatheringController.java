package vn.edu.privacy.notification.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HolderLine.Settlement;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.SeenVersion;
import vn.edu.privacy.notification.request.application.GatherAgain;
import vn.edu.privacy.platform.identity.Caller;

/** How far holders are, for whoever may know of the request, and what officers do about those that do not answer. */
@RestController
class GatheringController {
    private final ReadGathering reading;
    private final GatherAgain gathering;
    private final SettleHolder settling;
    private final HolderRegistry registry;

    GatheringController(ReadGathering reading, GatherAgain gathering, SettleHolder settling, HolderRegistry registry) {
        this.reading = reading;
        this.gathering = gathering;
        this.settling = settling;
        this.registry = registry;
    }

    @GetMapping("/v1/requests/{id}/gathering")
    Mono<Gathering> read(@PathVariable UUID id, Caller caller, Locale locale) {
        return reading.of(id, Readers.reader(caller)).map(lines -> gathering(lines, locale));
    }

    @PostMapping("/v1/requests/{id}/gathering")
    Mono<ResponseEntity<Gathering>> askAgain(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            Locale locale) {
        return gathering
                .gather(id, Readers.officer(caller), SeenVersion.of(seen))
                .flatMap(stored -> reading.of(id, Readers.reader(caller))
                        .map(lines -> ResponseEntity.ok()
                                .eTag(SeenVersion.eTag(stored))
                                .body(gathering(lines, locale))));
    }

    @PostMapping("/v1/requests/{id}/settlement")
    Mono<ResponseEntity<Gathering>> settle(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody Settle body,
            Caller caller,
            Locale locale) {
        return settling.settle(id, Readers.officer(caller), SeenVersion.of(seen), body.holder(), body.settlement())
                .flatMap(stored -> reading.of(id, Readers.reader(caller))
                        .map(lines -> ResponseEntity.ok()
                                .eTag(SeenVersion.eTag(stored))
                                .body(gathering(lines, locale))));
    }

    private Gathering gathering(List<HolderLine> lines, Locale locale) {
        return new Gathering(
                HolderLines.areOver(lines),
                lines.stream()
                        .map(line -> new Line(
                                line.holder(),
                                OwnRecords.name(registry, line.holder(), locale.getLanguage()),
                                line.state(),
                                line.note(),
                                line.at()))
                        .toList());
    }

    /** Body of {@code POST /v1/requests/{id}/settlement}. */
    record Settle(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            String holder,

            @NotNull Settlement settlement) {}

    /** Answer of {@code GET /v1/requests/{id}/gathering}. */
    record Gathering(boolean complete, List<Line> holders) {}

    /** How far one holder is. */
    record Line(
            String holder,
            String name,
            HolderLine.State state,
            @Nullable String note,
            Instant at) {}
}
