package vn.edu.privacy.consent.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import vn.edu.privacy.platform.identity.ServiceToken;

/** The clients of the realm, by Keycloak's admin API. */
@Component
class RealmClients {
    private final RealmProperties properties;
    private final WebClient client;

    RealmClients(RealmProperties properties, WebClient.Builder builder) {
        this.properties = properties;
        WebClient.Builder timed = builder.clone()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(properties.timeout())));
        ServiceToken token = new ServiceToken(
                properties.tokenUrl(),
                properties.clientId(),
                properties.clientSecret(),
                timed.clone().build());
        this.client = timed.baseUrl(Objects.requireNonNullElse(properties.url(), ""))
                .filter((request, next) -> next.exchange(request).timeout(properties.timeout()))
                .filter(token.bearer())
                .build();
    }

    /** Whether the realm can be told. */
    boolean isThere() {
        return properties.isThere();
    }

    /** Has the realm let a client in, or no longer; a client that it does not have needs nothing. */
    Mono<Void> enable(String clientId, boolean enabled) {
        return client.get()
                .uri(uri -> uri.path("/clients").queryParam("clientId", "{id}").build(clientId))
                .retrieve()
                .bodyToFlux(Found.class)
                .collectList()
                .flatMapMany((List<Found> found) -> Flux.fromIterable(found))
                .concatMap(found -> client.put()
                        .uri("/clients/{id}", found.id())
                        .bodyValue(new Change(clientId, enabled))
                        .retrieve()
                        .toBodilessEntity())
                .then();
    }

    /** Of all that Keycloak tells of a client, its own id. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Found(String id) {}

    private record Change(String clientId, boolean enabled) {}
}
