package vn.edu.privacy.notification.holder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.platform.identity.Caller;

/** The registry of holders over HTTP: officers read it, data-protection officers keep it. */
@RestController
@RequestMapping("/v1/holders")
class HolderController {
    static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private final HolderRegistry registry;
    private final HolderRows rows;
    private final KeepHolders keeping;
    private final Clock clock;

    HolderController(HolderRegistry registry, HolderRows rows, KeepHolders keeping, Clock clock) {
        this.registry = registry;
        this.rows = rows;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping
    Mono<Known> list(Locale locale) {
        LocalDate today = clock.instant().atZone(Deadlines.ZONE).toLocalDate();
        return rows.health()
                .map(health -> new Known(registry.all().stream()
                        .map(holder -> Item.of(
                                holder,
                                health.getOrDefault(holder.code(), Health.UNKNOWN),
                                today,
                                locale.getLanguage()))
                        .toList()));
    }

    @PutMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> keep(
            @PathVariable @Pattern(regexp = CODE) @Size(min = 2, max = 60) String code,
            @Valid @RequestBody Kept body,
            Caller caller) {
        return keeping.keep(body.holder(code), caller.id());
    }

    @PostMapping("/{code}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> suspend(@PathVariable String code, @Valid @RequestBody Suspension body, Caller caller) {
        return keeping.suspend(code, body.reason(), caller.id());
    }

    @PostMapping("/{code}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> resume(@PathVariable String code, Caller caller) {
        return keeping.suspend(code, null, caller.id());
    }

    @PostMapping("/{code}/probe")
    Mono<KeepHolders.Probe> probe(@PathVariable String code) {
        return keeping.probe(code);
    }

    /** Body of {@code PUT /v1/holders/{code}}. */
    record Kept(
            @NotNull @Valid Names name,

            @Nullable @Size(max = 500) @Pattern(regexp = "^https?://[^\\s?#]+$")
            String url,

            @Nullable @Size(max = 200) String contact,
            @Nullable Map<String, Object> key,
            @Nullable @Valid Signed agreement) {
        KnownHolder holder(String code) {
            return new KnownHolder(
                    code,
                    Map.of("vi", name.vi(), "en", name.en()),
                    url,
                    contact,
                    key == null ? null : HolderKeys.parse(key),
                    agreement == null ? null : agreement.agreement(),
                    null,
                    null,
                    1);
        }
    }

    /** Its name. */
    record Names(
            @NotBlank @Size(max = 200) String vi,
            @NotBlank @Size(max = 200) String en) {}

    /** The agreement with it. */
    record Signed(
            @NotBlank @Size(max = 200) String reference,
            @NotNull LocalDate signedOn,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotNull Set<Agreement.Content> states) {
        Agreement agreement() {
            return new Agreement(reference, signedOn, from, until, states);
        }
    }

    /** Body of {@code POST /v1/holders/{code}/suspension}. */
    record Suspension(@NotBlank @Size(max = 500) String reason) {}

    /** Answer of {@code GET /v1/holders}. */
    record Known(List<Item> items) {}

    /** A holder. */
    record Item(
            String code,
            String name,
            KnownHolder.Channel channel,
            @Nullable String contact,
            boolean mayReceive,
            @Nullable Signed agreement,
            boolean signs,
            @Nullable Instant suspendedAt,
            @Nullable String suspensionReason,
            Seen health) {
        static Item of(KnownHolder holder, Health health, LocalDate today, String language) {
            Agreement agreement = holder.agreement();
            return new Item(
                    holder.code(),
                    holder.name(language),
                    holder.channel(),
                    holder.contact(),
                    holder.mayReceive(today),
                    agreement == null
                            ? null
                            : new Signed(
                                    agreement.reference(),
                                    agreement.signedOn(),
                                    agreement.from(),
                                    agreement.until(),
                                    Set.copyOf(agreement.states())),
                    holder.key() != null,
                    holder.suspendedAt(),
                    holder.suspensionReason(),
                    new Seen(
                            health.lastSuccessAt(),
                            health.lastFailureAt(),
                            health.lastFailure(),
                            health.consecutiveFailures(),
                            health.latencyMillis()));
        }
    }

    /** How it has answered of late. */
    record Seen(
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,
            @Nullable String lastFailure,
            int consecutiveFailures,
            @Nullable Integer latencyMillis) {}
}
