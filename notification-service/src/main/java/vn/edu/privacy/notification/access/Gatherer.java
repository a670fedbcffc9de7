package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HolderLine.State;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.holder.KnownHolder;
import vn.edu.privacy.notification.holder.KnownHolder.Channel;
import vn.edu.privacy.notification.request.application.MarkExpired;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.domain.Facts;

/**
 * Asks every holder at once for what it holds about the student, each under its own timeout. What one does not give holds
 * up nobody else's answer and is not left out silently: its line says so, and it is asked again, ever more seldom, until
 * the last deadline of the request. What can be seen no longer is destroyed.
 */
@Component
class Gatherer {
    private static final Logger LOG = LoggerFactory.getLogger(Gatherer.class);
    private static final int BATCH = 8;
    private static final int AT_ONCE = 32;
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final GatheredData data;
    private final HolderLines lines;
    private final HeldDataQuery query;
    private final OwnRecords own;
    private final HolderRegistry registry;
    private final Requests requests;
    private final KeepRound rounds;
    private final MarkExpired expired;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Gatherer(
            GatheredData data,
            HolderLines lines,
            HeldDataQuery query,
            OwnRecords own,
            HolderRegistry registry,
            Requests requests,
            KeepRound rounds,
            MarkExpired expired,
            TransactionalOperator transaction,
            Clock clock) {
        this.data = data;
        this.lines = lines;
        this.query = query;
        this.own = own;
        this.registry = registry;
        this.requests = requests;
        this.rounds = rounds;
        this.expired = expired;
        this.transaction = transaction;
        this.clock = clock;
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
                .concatMapDelayError(id -> expired.mark(id)
                        .then(data.destroy(id))
                        .then(data.end(id))
                        .as(transaction::transactional))
                .then();
    }

    private Mono<Void> gather(GatheredData.Claimed claimed) {
        return Mono.zip(requests.find(claimed.requestId()), lines.of(claimed.requestId()))
                .flatMapMany(known -> {
                    var over = known.getT2().stream()
                            .filter(HolderLine::isOver)
                            .map(HolderLine::holder)
                            .collect(Collectors.toSet());
                    Facts request = known.getT1().request().facts();
                    Flux<Outcome> holders = Flux.fromIterable(registry.all())
                            .filter(holder -> !over.contains(holder.code()))
                            .flatMap(holder -> outcome(holder, request, claimed), AT_ONCE);
                    return request.isOwn() && !over.contains(OwnRecords.CODE)
                            ? holders.mergeWith(
                                    own.of(request.requester()).map(held -> Outcome.answered(held, clock.instant())))
                            : holders;
                })
                .collectList()
                .flatMap(outcomes -> rounds.keep(claimed, outcomes).as(transaction::transactional));
    }

    private Mono<Outcome> outcome(KnownHolder holder, Facts request, GatheredData.Claimed claimed) {
        if (holder.channel() != Channel.API) {
            return Mono.just(Outcome.without(holder.code(), State.BY_HAND, null, clock.instant()));
        }
        return query.of(
                        holder.code(),
                        request.studentId(),
                        request.isOwn() ? OthersThanOwn::takenOut : ContactsOfOthers::takenOut)
                .map(held -> Outcome.answered(held, clock.instant()))
                .onErrorResume(UnusableAnswer.class, unusable -> {
                    LOG.warn(
                            "{} gave no data for request {} (attempt {}): {}, {}",
                            holder.code(),
                            claimed.requestId(),
                            claimed.attempts(),
                            unusable.reason(),
                            kind(unusable));
                    return Mono.just(Outcome.without(
                            holder.code(), State.ASKED, unusable.reason().name(), clock.instant()));
                });
    }

    /** By its class alone: messages quote what was sent. */
    private static String kind(UnusableAnswer unusable) {
        Throwable cause = unusable.getCause();
        return (cause == null ? unusable : cause).getClass().getSimpleName();
    }
}
