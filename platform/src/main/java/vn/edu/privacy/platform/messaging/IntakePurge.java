package vn.edu.privacy.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Forgets which events were taken in, once their topics have forgotten them too. */
final class IntakePurge {
    private final DatabaseClient database;
    private final Clock clock;
    private final Duration remember;

    IntakePurge(DatabaseClient database, Clock clock, Duration remember) {
        this.database = database;
        this.clock = clock;
        this.remember = remember;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    Mono<Void> purge() {
        return Mono.defer(() -> database.sql("delete from intake where received_at < $1")
                .bind(0, clock.instant().minus(remember))
                .then());
    }
}
