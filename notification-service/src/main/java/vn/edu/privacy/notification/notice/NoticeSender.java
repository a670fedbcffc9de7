package vn.edu.privacy.notification.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.edu.privacy.notification.notice.PeopleDirectory.Addressee;
import vn.edu.privacy.notification.retry.Backoff;

/**
 * Sends the e-mails that are due: claims a batch, asks for its addresses at once, sends, and records each outcome.
 * Several instances may do it at once. An e-mail is sent at least once: a crash after the mail server accepted it and
 * before that was recorded sends it again, under the same message id.
 */
@Component
class NoticeSender {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final int BATCH = 50;
    private static final int CONNECTIONS = 4;
    /** After that many failed attempts nothing is tried any more. */
    private static final int MOST_ATTEMPTS = 12;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
    /** Sends nothing of a claim in its last half: sending takes its time too. */
    private static final Duration RESERVE = Deliveries.CLAIM.dividedBy(2);

    private final Deliveries deliveries;
    private final PeopleDirectory people;
    private final NoticeMail mail;
    private final Clock clock;

    NoticeSender(Deliveries deliveries, PeopleDirectory people, NoticeMail mail, Clock clock) {
        this.deliveries = deliveries;
        this.people = people;
        this.mail = mail;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${privacy.notice.interval:PT1S}")
    Mono<Void> sendDue() {
        return batch().expand(size -> size == BATCH ? batch() : Mono.empty()).then();
    }

    private Mono<Integer> batch() {
        return Mono.defer(() -> deliveries.claim(now(), BATCH))
                .flatMap(due -> deliver(due).thenReturn(due.size()));
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
        if (known.isEmpty()) {
            return notSent(due, DeliveryError.DIRECTORY_UNAVAILABLE);
        }
        Addressee addressee = known.get().get(due.personId());
        String address = addressee == null ? null : addressee.email();
        return addressee == null || address == null
                ? deliveries.noAddress(due)
                : send(due, address, addressee.language());
    }

    private Mono<Void> send(DueDelivery due, String address, @Nullable String language) {
        if (now().isAfter(due.claimedUntil().minus(RESERVE))) {
            return Mono.empty();
        }
        Locale locale = "en".equals(language) ? Locale.ENGLISH : Locale.of("vi");
        return Mono.fromCallable(() -> mail.send(due, address, locale))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(error -> error.map(code -> notSent(due, code))
                        .orElseGet(() -> Mono.defer(() -> deliveries.sent(due, now()))));
    }

    private Mono<Void> notSent(DueDelivery due, DeliveryError error) {
        int failed = due.attempts() + 1;
        if (failed >= MOST_ATTEMPTS) {
            LOG.warn("notice {} could not be sent by e-mail: {}", due.noticeId(), error);
            return deliveries.failed(due, error);
        }
        return deliveries.again(due, error, now().plus(BACKOFF.after(failed)));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
