package vn.edu.privacy.notification.holder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import vn.edu.privacy.platform.identity.ServiceToken;

/**
 * HTTP clients of the holders' APIs; each call bears this service's own token, is signed, ends after the timeout and tells
 * how the holder is.
 */
@Component
public class HolderClients {
    /** What the contract lets a holder answer at most: a thousand items of four thousand characters, and their labels. */
    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Map<Address, WebClient> clients = new ConcurrentHashMap<>();
    private final HolderRegistry registry;
    private final HolderSignatures signatures;
    private final Circuits circuits;
    private final WebClient.Builder builder;
    private final ServiceToken token;
    private final Duration timeout;
    private final String directory;
    private final Clock clock;

    HolderClients(
            HolderProperties properties,
            HolderRegistry registry,
            HolderSignatures signatures,
            Circuits circuits,
            WebClient.Builder builder,
            Clock clock) {
        this.registry = registry;
        this.signatures = signatures;
        this.circuits = circuits;
        this.timeout = properties.holderClient().timeout();
        this.builder = builder.clone()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(timeout)));
        HolderProperties.Client client = properties.holderClient();
        this.token = new ServiceToken(
                client.tokenUrl(),
                client.clientId(),
                client.clientSecret(),
                this.builder.clone().build());
        this.directory = properties.directory();
        this.clock = clock;
    }

    /**
     * The client of a holder's API, at its base address.
     *
     * @throws IllegalArgumentException when no such holder is registered with an API
     */
    public WebClient client(String holder) {
        String url = registry.find(holder).map(KnownHolder::url).orElse(null);
        if (url == null) {
            throw new IllegalArgumentException("No holder with an API is registered as " + holder);
        }
        return clients.computeIfAbsent(new Address(holder, url), this::client);
    }

    /**
     * The client of the holder that knows names and addresses.
     *
     * @throws IllegalArgumentException when it is not registered with an API
     */
    public WebClient directory() {
        return client(directory);
    }

    /** How long a holder may take for an answer. */
    Duration timeout() {
        return timeout;
    }

    /** Why a call came to nothing, without anything of its contents. */
    static String inWords(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
                ? "NO_ANSWER_IN_TIME"
                : "NO_ANSWER";
    }

    private WebClient client(Address address) {
        // the outermost filter: the time for the token counts too
        return builder.clone()
                .baseUrl(address.url())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .filter((request, next) -> watched(address.holder(), request, next))
                .filter(token.bearer())
                .filter(new SigningFilter(signatures, address.holder(), address.url()))
                .build();
    }

    private Mono<ClientResponse> watched(String holder, ClientRequest request, ExchangeFunction next) {
        return Mono.defer(() -> {
            Instant begun = clock.instant();
            return next.exchange(request)
                    .timeout(timeout)
                    .doOnNext(response -> {
                        if (fails(response.statusCode())) {
                            circuits.failed(
                                    holder,
                                    since(begun),
                                    "HTTP_" + response.statusCode().value());
                        } else {
                            circuits.answered(holder, since(begun));
                        }
                    })
                    .doOnError(failure -> circuits.failed(holder, since(begun), inWords(failure)));
        });
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    private static boolean fails(HttpStatusCode status) {
        return status.is5xxServerError()
                || status.value() == TOO_MANY
                || status.value() == UNAUTHORIZED
                || status.value() == FORBIDDEN;
    }

    /** Where a holder is; another address gets another client. */
    private record Address(String holder, String url) {}
}
