package vn.edu.privacy.consent.connection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.connection.R2dbcLegalEntities.Due;

/**
 * Tells the realm which clients to let in no longer, or again, until it has listened: a client that it lets in gets tokens,
 * though no check answers them any more. How many it has not been told of is a metric.
 */
@Component
class TellRealm {
    private static final Logger LOG = LoggerFactory.getLogger(TellRealm.class);
    private static final int AT_ONCE = 20;
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    private final R2dbcLegalEntities entities;
    private final RealmClients realm;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final AtomicLong untold;

    TellRealm(
            R2dbcLegalEntities entities,
            RealmClients realm,
            TransactionalOperator transaction,
            Clock clock,
            MeterRegistry metrics) {
        this.entities = entities;
        this.realm = realm;
        this.transaction = transaction;
        this.clock = clock;
        this.untold = metrics.gauge("privacy.realm.untold", new AtomicLong());
    }

    @Scheduled(fixedDelayString = "${privacy.realm-admin.interval:PT1S}")
    Mono<Void> run() {
        return Mono.defer(() -> entities.untold().doOnNext(untold::set))
                .filter(waiting -> waiting > 0 && realm.isThere())
                .flatMap(waiting -> claim())
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::tell)
                .then();
    }

    private Mono<List<Due>> claim() {
        Instant now = clock.instant();
        return entities.claim(now, now.plus(CLAIM), AT_ONCE).collectList().as(transaction::transactional);
    }

    private Mono<Void> tell(Due due) {
        return realm.enable(due.client(), due.enabled())
                .then(Mono.defer(() -> entities.told(due)))
                .onErrorResume(failure -> {
                    LOG.warn(
                            "the realm was not told that client {} is {} (attempt {}): {}",
                            due.client(),
                            due.enabled() ? "connected" : "disconnected",
                            due.attempts() + 1,
                            failure.getClass().getName());
                    return entities.again(due, clock.instant().plus(pause(due.attempts())));
                });
    }

    private static Duration pause(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
