package vn.edu.privacy.consent.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.connection.LegalEntity.Cause;
import vn.edu.privacy.consent.connection.LegalEntity.Referral;
import vn.edu.privacy.platform.identity.Caller;

/** Connections over HTTP, for the Department. */
@RestController
@Validated
class ConnectionController {
    private static final String ENTITY = "[A-Za-z0-9][A-Za-z0-9.-]{2,39}";
    private static final String CLIENT = "[A-Za-z0-9][A-Za-z0-9._-]{1,99}";
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} .,&()/:_-]*";
    private static final String WORDS = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private final Connections connections;

    ConnectionController(Connections connections) {
        this.connections = connections;
    }

    @GetMapping("/v1/legal-entities")
    Mono<Answer> list() {
        return connections
                .list()
                .map(listed -> Item.of(listed.entity(), listed.clients()))
                .collectList()
                .map(Answer::new);
    }

    @PutMapping("/v1/connected-systems/{client}")
    Mono<Item> connect(
            @PathVariable @Pattern(regexp = CLIENT) String client, @Valid @RequestBody Connecting body, Caller caller) {
        return connections
                .connect(client, body.legalEntity(), body.name().strip(), caller.id())
                .map(Item::of);
    }

    @PostMapping("/v1/legal-entities/{code}/suspension")
    Mono<Item> suspend(
            @PathVariable @Pattern(regexp = ENTITY) String code, @Valid @RequestBody Why body, Caller caller) {
        return connections.suspend(code, body.cause(), caller.id()).map(Item::of);
    }

    @PostMapping("/v1/legal-entities/{code}/resumption")
    Mono<Item> resume(@PathVariable @Pattern(regexp = ENTITY) String code, Caller caller) {
        return connections.resume(code, caller.id()).map(Item::of);
    }

    @PostMapping("/v1/legal-entities/{code}/revocation")
    Mono<Item> propose(
            @PathVariable @Pattern(regexp = ENTITY) String code, @Valid @RequestBody Why body, Caller caller) {
        caller.requirePerson();
        return connections
                .propose(code, body.cause(), body.referral(), caller.id())
                .map(Item::of);
    }

    @PostMapping("/v1/legal-entities/{code}/revocation/confirmation")
    Mono<Item> confirm(@PathVariable @Pattern(regexp = ENTITY) String code, Caller caller) {
        caller.requirePerson();
        return connections.confirm(code, caller.id()).map(Item::of);
    }

    @PostMapping("/v1/legal-entities/{code}/revocation/rejection")
    Mono<Item> reject(@PathVariable @Pattern(regexp = ENTITY) String code, Caller caller) {
        return connections.reject(code, caller.id()).map(Item::of);
    }

    /** {@code PUT /v1/connected-systems/{client}}. */
    record Connecting(
            @NotNull @Pattern(regexp = ENTITY) String legalEntity,

            @NotNull @Size(max = 200) @Pattern(regexp = NAME)
            String name) {}

    /** Why an entity is disconnected, and whom its case was handed to. */
    record Why(
            @NotNull @Size(min = 10, max = 1000) @Pattern(regexp = WORDS)
            String reason,

            @NotNull @Size(min = 2, max = 100) @Pattern(regexp = WORDS)
            String caseReference,

            @Nullable Boolean intermediary,
            @Nullable @Valid Handed referredTo) {
        Cause cause() {
            return new Cause(reason.strip(), caseReference.strip(), Boolean.TRUE.equals(intermediary));
        }

        @Nullable
        Referral referral() {
            return referredTo == null ? null : new Referral(referredTo.authority(), referredTo.on());
        }
    }

    /** Whom a case was handed to, and when. */
    record Handed(
            @NotNull @Size(max = 200) @Pattern(regexp = WORDS)
            String authority,

            @NotNull LocalDate on) {}

    /** A legal entity. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String code,
            String name,
            String state,
            @Nullable String reason,
            @Nullable String caseReference,
            @Nullable Boolean intermediary,
            @Nullable Handed referredTo,
            Instant since,
            @Nullable List<String> clients) {
        static Item of(LegalEntity entity) {
            return of(entity, null);
        }

        static Item of(LegalEntity entity, @Nullable List<String> clients) {
            Cause cause = R2dbcLegalEntities.cause(entity);
            Referral referral = R2dbcLegalEntities.referral(entity);
            return new Item(
                    entity.code(),
                    entity.name(),
                    R2dbcLegalEntities.state(entity),
                    cause == null ? null : cause.reason(),
                    cause == null ? null : cause.caseReference(),
                    cause == null ? null : cause.intermediary(),
                    referral == null ? null : new Handed(referral.authority(), referral.on()),
                    entity.last().at(),
                    clients);
        }
    }

    /** All of them, those that are not active first. */
    record Answer(List<Item> items) {}
}
