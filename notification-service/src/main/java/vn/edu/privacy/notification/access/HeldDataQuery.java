package vn.edu.privacy.notification.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.HolderClients;

/** Asks a holder what it holds about a student, by the data-holder API. */
@Component
class HeldDataQuery {
    private final HolderClients clients;
    private final Clock clock;

    HeldDataQuery(HolderClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** What it holds; nothing when it does not know the student. Fails when it could not be asked. */
    Mono<HeldData> of(String holder, UUID studentId) {
        return clients.client(holder)
                .post()
                .uri("/v1/personal-data/queries")
                .bodyValue(Map.of("studentId", studentId, "dataCategories", List.of()))
                .retrieve()
                .bodyToMono(Answer.class)
                .map(answer -> new HeldData(holder, answer.asOf(), answer.items()))
                .onErrorResume(
                        WebClientResponseException.class,
                        refused -> refused.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                                ? Mono.just(new HeldData(holder, clock.instant(), List.of()))
                                : Mono.error(refused));
    }

    /** Answer of {@code POST /v1/personal-data/queries}; what later releases of a holder add is not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(List<HeldData.Item> items, Instant asOf) {}
}
