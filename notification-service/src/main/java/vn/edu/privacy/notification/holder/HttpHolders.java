package vn.edu.privacy.notification.holder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.holder.HolderAnswer.Status;
import vn.edu.privacy.notification.retry.RetryAfter;

/** Tells holders by the data-holder API. */
@Component
class HttpHolders implements Holders {
    /** Refusals that are about the call, not about what was instructed: it is made again. */
    private static final Set<HttpStatus> TRANSIENT = Set.of(
            HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.REQUEST_TIMEOUT, HttpStatus.TOO_MANY_REQUESTS);

    /** So far a holder's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final HolderClients clients;
    private final HolderRegistry registry;
    private final HolderSignatures signatures;
    private final JsonMapper json;
    private final Clock clock;

    HttpHolders(
            HolderClients clients, HolderRegistry registry, HolderSignatures signatures, JsonMapper json, Clock clock) {
        this.clients = clients;
        this.registry = registry;
        this.signatures = signatures;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<HolderAnswer> instruct(Instruction instruction) {
        return Mono.defer(() -> {
            UUID call = UUID.randomUUID();
            return clients.client(instruction.holder())
                    .put()
                    .uri("/v1/instructions/{id}", instruction.id())
                    .attribute(SigningFilter.CALL, call)
                    .bodyValue(Body.of(instruction))
                    .exchangeToMono(response -> answer(instruction, call, response))
                    // to the last byte: one that drips holds up nobody
                    .timeout(clients.timeout());
        });
    }

    private Mono<HolderAnswer> answer(Instruction instruction, UUID call, ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful()) {
            String signed = response.headers().asHttpHeaders().getFirst(HolderSignatures.ANSWER);
            return response.bodyToMono(byte[].class)
                    .map(body -> json.readValue(body, Told.class)
                            .to(instruction, proof(instruction, call, signed, body), clock.instant()))
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException("an answer without a body")));
        }
        boolean refusal = status.is4xxClientError() && TRANSIENT.stream().noneMatch(each -> each.isSameCodeAs(status));
        if (refusal) {
            return response.releaseBody()
                    .thenReturn(new HolderAnswer(Status.REFUSED, clock.instant(), "HTTP_" + status.value(), null));
        }
        return Mono.justOrEmpty(RetryAfter.of(response.headers().asHttpHeaders()))
                .flatMap(pause -> response.releaseBody()
                        .then(Mono.<HolderAnswer>error(() -> new HolderBusy(status.value(), pause))))
                .switchIfEmpty(response.createError());
    }

    /** Who has registered a key signs every answer; it is kept as proof. */
    private HolderAnswer.@Nullable Proof proof(
            Instruction instruction, UUID call, @Nullable String signed, byte[] body) {
        JWK key = registry.find(instruction.holder()).map(KnownHolder::key).orElse(null);
        if (key == null) {
            return null;
        }
        signatures.verify(key, instruction.holder(), call, instruction.id(), signed, body);
        return new HolderAnswer.Proof(
                String.valueOf(key.getKeyID()), String.valueOf(signed), new String(body, StandardCharsets.UTF_8));
    }

    /** Body of {@code PUT /v1/instructions/{instructionId}}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            Action kind,
            UUID studentId,
            String schoolId,
            String purpose,
            List<String> dataCategories,
            @Nullable List<Correction> corrections,
            @Nullable UUID requestId,
            Instant dueBy) {
        static Body of(Instruction instruction) {
            return new Body(
                    instruction.action(),
                    instruction.studentId(),
                    instruction.schoolId(),
                    instruction.purpose(),
                    instruction.dataCategories(),
                    instruction.action() == Action.RECTIFY ? instruction.corrections() : null,
                    instruction.requestId(),
                    instruction.dueBy());
        }
    }

    /** Its answer; what later releases of a holder add is not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            @Nullable UUID instructionId,
            @Nullable Status status,
            @Nullable Instant at,
            @Nullable RefusalReason reason) {
        HolderAnswer to(Instruction instruction, HolderAnswer.@Nullable Proof proof, Instant now) {
            if (!instruction.id().equals(instructionId) || status == null || at == null) {
                throw new IllegalStateException("an answer to something else");
            }
            // a clock may be a little wrong, not by years, and not by more than the database keeps
            if (at.isBefore(Instant.EPOCH) || at.isAfter(now.plus(AHEAD))) {
                throw new IllegalStateException("an answer of no time");
            }
            boolean fits = status == Status.RECEIVED
                    || instruction.action().doneBy(status)
                    || (status == Status.REFUSED && reason != null);
            if (!fits) {
                throw new IllegalStateException("answers " + status + " to " + instruction.action());
            }
            return new HolderAnswer(status, at, reason == null ? null : reason.name(), proof);
        }
    }
}
