package vn.edu.privacy.notification.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.DeliveryError;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.notification.channel.Message;
import vn.edu.privacy.notification.channel.Outcome;
import vn.edu.privacy.notification.notice.PeopleDirectory.Addressee;
import vn.edu.privacy.notification.retry.Backoff;

/**
 * Sends the messages that are due: claims a batch of a channel, asks for its addresses at once, hands over, and records
 * each outcome. Several instances may do it at once, and no channel waits for another. A message is sent at least once: a
 * crash after it was taken and before that was recorded sends it again, under the same message id.
 */
@Component
class NoticeSender {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final int BATCH = 50;
    private static final int CONNECTIONS = 4;
    /** After that many failed attempts nothing is tried any more by that channel. */
    private static final int MOST_ATTEMPTS = 12;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
    /** Sends nothing of a claim in its last half: sending takes its time too. */
    private static final Duration RESERVE = Deliveries.CLAIM.dividedBy(2);

    private final Deliveries deliveries;
    private final PeopleDirectory people;
    private final Composer composer;
    private final Gateways gateways;
    private final Clock clock;

    NoticeSender(Deliveries deliveries, PeopleDirectory people, Composer composer, Gateways gateways, Clock clock) {
        this.deliveries = deliveries;
        this.people = people;
        this.composer = composer;
        this.gateways = gateways;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${privacy.notice.interval:PT1S}")
    Mono<Void> sendMail() {
        return sendDue(Channel.EMAIL);
    }

    @Scheduled(fixedDelayString = "${privacy.notice.interval:PT1S}")
    Mono<Void> sendSms() {
        return sendDue(Channel.SMS);
    }

    @Scheduled(fixedDelayString = "${privacy.notice.interval:PT1S}")
    Mono<Void> sendZalo() {
        return sendDue(Channel.ZALO);
    }

    /** Sends what is due by a channel, as far as its pace and its state allow. */
    Mono<Void> sendDue(Channel channel) {
        return batch(channel)
                .expand(size -> size == BATCH ? batch(channel) : Mono.empty())
                .then();
    }

    private Mono<Integer> batch(Channel channel) {
        return Mono.defer(() -> {
            int room = gateways.room(channel, BATCH);
            return room == 0
                    ? Mono.just(0)
                    : deliveries
                            .claim(channel, gateways.pace(channel), now(), room)
                            .flatMap(due -> deliver(due).thenReturn(due.size()));
        });
    }

    private Mono<Void> deliver(List<DueDelivery> due) {
        if (due.isEmpty()) {
            return Mono.empty();
        }
        Set<UUID> persons = due.stream().map(DueDelivery::personId).collect(Collectors.toSet());
        return people.of(persons)
                .map(Optional::of)
                .onErrorResume(unreachable -> {
                    LOG.warn(
                            "no answer from the directory of addresses: {}",
                            unreachable.getClass().getName());
                    return Mono.just(Optional.empty());
                })
                .flatMapMany(known -> Flux.fromIterable(due).flatMap(each -> deliver(each, known), CONNECTIONS))
                .then();
    }

    private Mono<Void> deliver(DueDelivery due, Optional<Map<UUID, Addressee>> known) {
        Instant now = now();
        Optional<Instant> quiet = due.quietAt(now);
        if (quiet.isPresent()) {
            return deliveries.later(due, quiet.get());
        }
        if (known.isEmpty()) {
            return notTaken(due, DeliveryError.DIRECTORY_UNAVAILABLE, Duration.ZERO);
        }
        Optional<Addressee> addressee = Optional.ofNullable(known.get().get(due.personId()));
        return addressee
                .flatMap(person -> person.at(due.channel()))
                .map(address -> send(due, address, addressee.get()))
                .orElseGet(() -> deliveries.noAddress(due, now));
    }

    private Mono<Void> send(DueDelivery due, String address, Addressee addressee) {
        if (now().isAfter(due.claimedUntil().minus(RESERVE))) {
            return Mono.empty();
        }
        return composer.compose(due, addressee.locale())
                .flatMap(message -> gateways.send(message, address).flatMap(outcome -> note(due, message, outcome)));
    }

    private Mono<Void> note(DueDelivery due, Message message, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted proof -> deliveries.taken(due, message, proof, now());
            case Outcome.Refused refused -> {
                LOG.warn("notice {} was refused by {}: {}", due.noticeId(), due.channel(), refused.error());
                yield deliveries.failed(due, refused.error(), refused.evidence(), now());
            }
            case Outcome.Failed failed -> {
                Duration wait = failed.pause();
                yield wait == null
                        ? notTaken(due, failed.error(), Duration.ZERO)
                        : deliveries.hold(due.channel(), now().plus(wait)).then(notTaken(due, failed.error(), wait));
            }
            case Outcome.Resting resting -> deliveries.later(due, now().plus(resting.pause()));
        };
    }

    private Mono<Void> notTaken(DueDelivery due, DeliveryError error, Duration atLeast) {
        int failed = due.attempts() + 1;
        if (failed >= MOST_ATTEMPTS) {
            LOG.warn("notice {} could not be sent by {}: {}", due.noticeId(), due.channel(), error);
            return deliveries.failed(due, error, null, now());
        }
        Duration wait = BACKOFF.after(failed);
        return deliveries.again(due, error, now().plus(wait.compareTo(atLeast) < 0 ? atLeast : wait));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
