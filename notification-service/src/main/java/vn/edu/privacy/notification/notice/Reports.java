package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.notification.channel.Report;
import vn.edu.privacy.notification.retry.Backoff;
import vn.edu.privacy.platform.database.Params;

/**
 * What gateways say later of messages that they took: that each arrived, or did not, and then the next channel is tried.
 * The first final word stands, however often or late another comes.
 */
@Component
class Reports {
    /** How long after a message was taken its gateway is first asked. */
    static final Duration FIRST_QUESTION = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int BATCH = 50;
    private static final int AT_ONCE = 4;
    private static final int MOST_QUESTIONS = 40;
    private static final Backoff BACKOFF = new Backoff(FIRST_QUESTION, Duration.ofHours(2));
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private static final String CLAIM_UNKNOWN = """
            with unknown as (
                select notice_id, channel from delivery where ask_at <= :now
                order by ask_at limit :most for update skip locked)
            update delivery set ask_at = :until, asked = asked + 1
            from unknown where delivery.notice_id = unknown.notice_id and delivery.channel = unknown.channel
            returning delivery.notice_id, delivery.channel, delivery.gateway_id, delivery.asked""";
    private static final String ASK_LATER =
            "update delivery set ask_at = :at where notice_id = :notice and channel = :channel and ask_at is not null";
    private static final String KNOWS =
            "select exists (select from delivery where channel = :channel and gateway_id = :gateway) as known";
    private static final String ARRIVED = """
            update delivery set state = 'DELIVERED', reported_at = :at, ask_at = null
            where channel = :channel and gateway_id = :gateway and state = 'SENT'""";
    private static final String NOT_ARRIVED = """
            with gone as (
                update delivery set state = 'UNDELIVERED', reported_at = :at, ask_at = null, error = 'NOT_ARRIVED'
                where channel = :channel and gateway_id = :gateway and state = 'SENT'
                returning notice_id)
            """ + NextChannel.ORDER;

    private final DatabaseClient database;
    private final Gateways gateways;
    private final NextChannel next;
    private final Clock clock;

    Reports(DatabaseClient database, Gateways gateways, NextChannel next, Clock clock) {
        this.database = database;
        this.gateways = gateways;
        this.next = next;
        this.clock = clock;
    }

    /** Asks gateways of the messages of which nothing final is known. */
    @Scheduled(fixedDelayString = "${privacy.notice.report-interval:PT5S}")
    Mono<Void> ask() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return database.sql(CLAIM_UNKNOWN)
                    .bind("now", now)
                    .bind("until", now.plus(CLAIM))
                    .bind("most", BATCH)
                    .map(row -> new Question(
                            get(row, "notice_id", UUID.class),
                            Channel.valueOf(get(row, "channel", String.class)),
                            get(row, "gateway_id", String.class),
                            get(row, "asked", Integer.class)))
                    .all()
                    .collectList()
                    .flatMap(this::ask);
        });
    }

    /** Whether a gateway took a message under that id. */
    Mono<Boolean> knows(Channel channel, String gatewayId) {
        return database.sql(KNOWS)
                .bind("channel", channel.name())
                .bind("gateway", gatewayId)
                .map(row -> get(row, "known", Boolean.class))
                .one();
    }

    /** Takes a gateway's word for a message that it took. */
    Mono<Void> note(Channel channel, String gatewayId, Report report) {
        return switch (report.status()) {
            case ACCEPTED -> Mono.empty();
            case DELIVERED -> reported(Params.of(database.sql(ARRIVED)), channel, gatewayId, report);
            case UNDELIVERED ->
                reported(next.bind(Params.of(database.sql(NOT_ARRIVED)), clock.instant()), channel, gatewayId, report);
        };
    }

    private static Mono<Void> reported(Params statement, Channel channel, String gatewayId, Report report) {
        return statement
                .bind("channel", channel.name())
                .bind("gateway", gatewayId)
                .bind("at", report.at())
                .rowsUpdated()
                .then();
    }

    private Mono<Void> ask(List<Question> questions) {
        return Flux.fromIterable(questions)
                .flatMap(
                        question -> gateways.report(question.channel(), question.gatewayId())
                                .flatMap(report -> note(question.channel(), question.gatewayId(), report)
                                        .thenReturn(report.status() == Report.Status.ACCEPTED))
                                .onErrorResume(failure -> {
                                    LOG.warn(
                                            "no report from the gateway for {}: {}",
                                            question.channel(),
                                            failure.getClass().getName());
                                    return Mono.just(true);
                                })
                                .filter(open -> open)
                                .flatMap(open -> askLater(question)),
                        AT_ONCE)
                .then();
    }

    /** After the last question it stays "taken": nobody has said that it arrived, and nobody claims it. */
    private Mono<Void> askLater(Question question) {
        Instant at = question.asked() >= MOST_QUESTIONS ? null : clock.instant().plus(BACKOFF.after(question.asked()));
        return Params.of(database.sql(ASK_LATER))
                .bind("at", at, Instant.class)
                .bind("notice", question.noticeId())
                .bind("channel", question.channel().name())
                .rowsUpdated()
                .then();
    }

    private record Question(UUID noticeId, Channel channel, String gatewayId, int asked) {}
}
