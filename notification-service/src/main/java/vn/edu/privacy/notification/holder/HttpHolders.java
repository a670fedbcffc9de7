package vn.edu.privacy.notification.holder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;

/** Tells holders by the data-holder API. */
@Component
class HttpHolders implements Holders {
    /** Refusals that are about the call, not about what was instructed: it is made again. */
    private static final Set<HttpStatus> TRANSIENT = Set.of(
            HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.REQUEST_TIMEOUT, HttpStatus.TOO_MANY_REQUESTS);

    private final HolderClients clients;
    private final Clock clock;

    HttpHolders(HolderClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Mono<HolderAnswer> instructStop(StopInstruction instruction) {
        return Mono.defer(() -> clients.client(instruction.holder())
                .put()
                .uri("/v1/instructions/{id}", instruction.id())
                .bodyValue(Body.of(instruction))
                .exchangeToMono(this::answer));
    }

    private Mono<HolderAnswer> answer(ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return response.bodyToMono(Told.class).map(told -> new HolderAnswer(told.status(), told.at()));
        }
        boolean refusal = status.is4xxClientError() && TRANSIENT.stream().noneMatch(each -> each.isSameCodeAs(status));
        return refusal
                ? response.releaseBody().thenReturn(new HolderAnswer(HolderAnswer.Status.REFUSED, clock.instant()))
                : response.createError();
    }

    /** Body of {@code PUT /v1/instructions/{instructionId}}. */
    private record Body(
            String kind, UUID studentId, String purpose, List<String> dataCategories, UUID requestId, Instant dueBy) {
        static Body of(StopInstruction instruction) {
            return new Body(
                    "STOP",
                    instruction.studentId(),
                    instruction.purpose(),
                    instruction.dataCategories(),
                    instruction.requestId(),
                    instruction.dueBy());
        }
    }

    /** Its answer; what later releases of a holder add is not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(UUID instructionId, HolderAnswer.Status status, Instant at) {
        private Told {
            if (status == HolderAnswer.Status.REFUSED) {
                throw new IllegalArgumentException("an answer of status 200 refuses nothing");
            }
        }
    }
}
