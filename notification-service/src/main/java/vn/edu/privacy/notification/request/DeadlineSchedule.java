package vn.edu.privacy.notification.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.Holidays;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.request.application.CloseQuestion;
import vn.edu.privacy.notification.request.application.Questions;
import vn.edu.privacy.notification.request.application.WatchDeadlines;

/** Finds the requests whose clocks or questions have something to say; one that fails is tried again and holds up no other. */
@Component
class DeadlineSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSchedule.class);
    private static final int BATCH = 200;
    private static final int MONTHS_AHEAD = 2;

    private final Clocks clocks;
    private final WatchDeadlines watching;
    private final Questions questions;
    private final CloseQuestion closing;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Holidays holidays;

    DeadlineSchedule(
            Clocks clocks,
            WatchDeadlines watching,
            Questions questions,
            CloseQuestion closing,
            TransactionalOperator transaction,
            Clock clock,
            Holidays holidays) {
        this.clocks = clocks;
        this.watching = watching;
        this.questions = questions;
        this.closing = closing;
        this.transaction = transaction;
        this.clock = clock;
        this.holidays = holidays;
    }

    @Scheduled(fixedDelayString = "${privacy.deadlines.interval:PT20S}")
    Mono<Void> watch() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return Flux.concat(clocks.runOut(now, BATCH), clocks.toRemind(now, BATCH))
                    .flatMapIterable(ids -> ids)
                    .distinct()
                    .concatMap(id -> safely(watching.watch(id), id))
                    .thenMany(questions.lapsed(now, BATCH))
                    .flatMapIterable(ids -> ids)
                    .concatMap(id -> safely(closing.lapse(id), id))
                    .then();
        });
    }

    /** Deadlines of a year whose holidays nobody has entered come too early: safe for people, hard on schools. */
    @Scheduled(fixedRateString = "${privacy.deadlines.calendar-interval:P1D}")
    void lookAhead() {
        ZonedDateTime soon = clock.instant().atZone(Deadlines.ZONE).plusMonths(MONTHS_AHEAD);
        if (!holidays.knows(soon.getYear())) {
            LOG.warn(
                    "the public holidays of {} are not known yet: enter them in contracts/law/holidays.yaml",
                    soon.getYear());
        }
    }

    private Mono<Void> safely(Mono<Void> work, UUID id) {
        return work.as(transaction::transactional).onErrorResume(failure -> {
            LOG.error("the deadlines of request {} were not looked at; tried again", id, failure);
            return Mono.empty();
        });
    }
}
