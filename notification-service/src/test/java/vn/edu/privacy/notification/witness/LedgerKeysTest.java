package vn.edu.privacy.notification.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.edu.privacy.platform.testing.ClockAhead;

class LedgerKeysTest {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String answer = "{\"keys\":[]}";
    private final ClockAhead clock = new ClockAhead();
    private final LedgerKeys keys = new LedgerKeys(
            WebClient.builder().exchangeFunction(request -> {
                asked.incrementAndGet();
                return Mono.just(ClientResponse.create(HttpStatus.OK)
                        .header("Content-Type", "application/json")
                        .body(answer)
                        .build());
            }),
            new WitnessProperties(
                    URI.create("http://localhost/consents/.well-known/jwks.json"),
                    Duration.ofHours(1),
                    Duration.ofMinutes(1)),
            clock);

    @Test
    void areReadOnceInAWhile() {
        StepVerifier.create(keys.kept().then(keys.kept())).expectNextCount(1).verifyComplete();
        assertThat(asked).hasValue(1);

        clock.forward(Duration.ofHours(1));
        StepVerifier.create(keys.kept()).expectNextCount(1).verifyComplete();
        assertThat(asked).hasValue(2);
    }

    @Test
    void areReadAgainWhenSomebodyAsksForThoseOfNow() {
        StepVerifier.create(keys.kept().then(keys.read()).then(keys.kept()))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsNoSetOfKeysIsNotKept() {
        answer = "<html>";
        StepVerifier.create(keys.kept()).verifyError(IllegalStateException.class);
        answer = "";
        StepVerifier.create(keys.kept()).verifyError(IllegalStateException.class);
        answer = "{\"keys\":[]}";
        StepVerifier.create(keys.kept()).expectNextCount(1).verifyComplete();
    }
}
