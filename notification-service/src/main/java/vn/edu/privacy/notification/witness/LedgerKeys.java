package vn.edu.privacy.notification.witness;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The ledger's published keys, read once and kept for a while; errors mean that they could not be read. */
@Component
class LedgerKeys {
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final WebClient client;
    private final WitnessProperties properties;
    private final Clock clock;

    LedgerKeys(WebClient.Builder builder, WitnessProperties properties, Clock clock) {
        this.client = builder.build();
        this.properties = properties;
        this.clock = clock;
    }

    /** Those read lately; reads them when they were not. */
    Mono<JWKSet> kept() {
        return Mono.defer(() -> {
            Known before = known.get();
            return before != null && clock.instant().isBefore(before.at().plus(properties.keysFor()))
                    ? Mono.just(before.keys())
                    : read();
        });
    }

    /** Those published now. */
    Mono<JWKSet> read() {
        return client.get()
                .uri(properties.keysUrl())
                .retrieve()
                .bodyToMono(String.class)
                .timeout(properties.keysTimeout())
                .flatMap(LedgerKeys::parsed)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the ledger published no set of keys")))
                .doOnNext(keys -> known.set(new Known(keys, clock.instant())));
    }

    private static Mono<JWKSet> parsed(String text) {
        try {
            return Mono.just(JWKSet.parse(text));
        } catch (ParseException unreadable) {
            return Mono.error(new IllegalStateException("the ledger published no set of keys", unreadable));
        }
    }

    private record Known(JWKSet keys, Instant at) {}
}
