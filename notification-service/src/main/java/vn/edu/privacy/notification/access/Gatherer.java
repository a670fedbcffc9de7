package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.holder.KnownHolder;
import vn.edu.privacy.notification.request.application.MarkAvailable;
import vn.edu.privacy.notification.request.application.MarkExpired;
import vn.edu.privacy.notification.request.application.MarkGatheringFailed;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.retry.Backoff;

/**
 * Asks every holder at once for what it holds about the student. All must answer: what is missing is not left out
 * silently, it is tried again a few times and then put before an officer. What can be seen no longer is destroyed.
 */
@Component
class Gatherer {
    private static final Logger LOG = LoggerFactory.getLogger(Gatherer.class);
    private static final int BATCH = 8;
    private static final int ATTEMPTS = 4;
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1));

    private final GatheredData data;
    private final HeldDataQuery query;
    private final HolderRegistry registry;
    private final Requests requests;
    private final MarkAvailable available;
    private final MarkGatheringFailed failed;
    private final MarkExpired expired;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration openFor;

    Gatherer(
            GatheredData data,
            HeldDataQuery query,
            HolderRegistry registry,
            Requests requests,
            MarkAvailable available,
            MarkGatheringFailed failed,
            MarkExpired expired,
            TransactionalOperator transaction,
            Clock clock,
            @Value("${privacy.access.open-for:P7D}") Duration openFor) {
        this.data = data;
        this.query = query;
        this.registry = registry;
        this.requests = requests;
        this.available = available;
        this.failed = failed;
        this.expired = expired;
        this.transaction = transaction;
        this.clock = clock;
        this.openFor = openFor;
    }

    /** Gathers for the requests whose turn it is. */
    @Scheduled(fixedDelayString = "${privacy.access.interval:PT0.5S}")
    Mono<Void> run() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return data.claim(now, now.plus(CLAIM), BATCH)
                    .collectList()
                    .as(transaction::transactional)
                    .flatMapIterable(claimed -> claimed)
                    .flatMapDelayError(this::gather, BATCH, 1)
                    .then();
        });
    }

    /** Lets go of what can be seen no longer. */
    @Scheduled(fixedDelayString = "${privacy.access.expiry-interval:PT20S}")
    Mono<Void> expire() {
        return Mono.defer(() -> requests.availableBefore(clock.instant()))
                .flatMapMany(Flux::fromIterable)
                .concatMapDelayError(
                        id -> expired.mark(id).then(data.destroy(id)).as(transaction::transactional))
                .then();
    }

    private Mono<Void> gather(GatheredData.Claimed claimed) {
        return requests.find(claimed.requestId())
                .flatMapMany(found -> Flux.fromIterable(registry.reachable())
                        .flatMap(holder -> ask(holder, found.request().facts().studentId())))
                .collectList()
                .flatMap(held -> keep(claimed.requestId(), held))
                .onErrorResume(HolderFailed.class, failure -> failed(claimed, failure));
    }

    private Mono<HeldData> ask(KnownHolder holder, UUID studentId) {
        return query.of(holder.code(), studentId).onErrorMap(failure -> new HolderFailed(holder.code(), failure));
    }

    private Mono<Void> keep(UUID requestId, List<HeldData> held) {
        return Mono.defer(() -> Flux.fromIterable(held)
                        .concatMap(each -> data.keep(requestId, each))
                        .then(data.end(requestId))
                        .then(available.mark(requestId, clock.instant().plus(openFor))))
                .as(transaction::transactional);
    }

    private Mono<Void> failed(GatheredData.Claimed claimed, HolderFailed failure) {
        LOG.warn(
                "{} gave no data for request {} (attempt {}): {}",
                failure.holder,
                claimed.requestId(),
                claimed.attempts(),
                String.valueOf(failure.getCause()));
        if (claimed.attempts() < ATTEMPTS) {
            return data.retry(claimed.requestId(), clock.instant().plus(BACKOFF.after(claimed.attempts())));
        }
        return data.end(claimed.requestId())
                .then(failed.mark(claimed.requestId(), failure.holder))
                .as(transaction::transactional);
    }

    /** One holder did not give what it holds. */
    private static final class HolderFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String holder;

        HolderFailed(String holder, Throwable cause) {
            super(holder, cause);
            this.holder = holder;
        }
    }
}
