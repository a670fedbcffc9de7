package vn.edu.privacy.platform.idempotency;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Forgets old keys with their answers. */
final class StoredResponsesPurge {
    private final StoredResponses responses;
    private final Clock clock;
    private final Duration keep;

    StoredResponsesPurge(StoredResponses responses, Clock clock, Duration keep) {
        this.responses = responses;
        this.clock = clock;
        this.keep = keep;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    Mono<Long> purge() {
        return Mono.defer(() -> responses.forgetBefore(clock.instant().minus(keep)));
    }
}
