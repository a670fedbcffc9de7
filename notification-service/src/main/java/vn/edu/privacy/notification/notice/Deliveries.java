package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.DeliveryError;
import vn.edu.privacy.notification.channel.Message;
import vn.edu.privacy.notification.channel.Outcome;
import vn.edu.privacy.notification.channel.Pace;
import vn.edu.privacy.platform.database.Params;

/**
 * The order book of messages. Claiming is one statement that moves the next attempt forward and so holds its locks for
 * that statement only; it takes no more than the channel's pace allows, all instances together. Whoever crashes with a
 * claim loses it when it ends. Outcomes other than "taken" are recorded only while the claim still holds.
 */
@Component
class Deliveries {
    /** For how long a claimed delivery is its claimant's. */
    static final Duration CLAIM = Duration.ofSeconds(60);

    private static final String CLAIM_DUE = """
            with pace as (
                select greatest(free_from, :now - make_interval(secs => :interval * :burst)) as free_from
                from channel_pace where channel = :channel for update),
            due as (
                select notice_id, channel, attempts, round from delivery
                where state = 'PENDING' and channel = :channel and next_attempt_at <= :now
                order by next_attempt_at
                limit (
                    select greatest(0, least(:most, floor(extract(epoch from :now - free_from) / :interval)::integer))
                    from pace)
                for update skip locked),
            claimed as (
                update delivery set next_attempt_at = :until
                from due where delivery.notice_id = due.notice_id and delivery.channel = due.channel
                returning due.notice_id, due.attempts, due.round),
            spent as (
                update channel_pace set free_from = pace.free_from + make_interval(
                    secs => :interval * (select count(*) from claimed))
                from pace where channel = :channel and exists (select from claimed))
            select claimed.notice_id, claimed.attempts, claimed.round, notice.person_id, %s,
                array(
                    select other.kind from notice other
                    where other.id = notice.id
                        or other.id in (select notice_id from notice_together where heading_id = notice.id)
                    group by other.kind order by min(other.at), other.kind) as kinds
            from claimed
            join notice on notice.id = claimed.notice_id
            left join notice_preference preference on preference.person_id = notice.person_id""".formatted(Preferences.COLUMNS);
    private static final String TAKEN = """
            update delivery set state = 'SENT', sent_at = :at, next_attempt_at = null, error = null,
                attempts = attempts + 1, evidence = :evidence, gateway_id = :gateway, ask_at = :ask,
                template = :template, template_version = :version, language = :language
            where notice_id = :notice and channel = :channel and round = :round
                and state not in ('SENT', 'DELIVERED', 'UNDELIVERED')""";
    private static final String AGAIN = """
            update delivery set attempts = attempts + :failed, next_attempt_at = :next, error = coalesce(:error, error)
            where notice_id = :notice and channel = :channel and state = 'PENDING' and next_attempt_at = :until""";
    private static final String HOLD = """
            update channel_pace set free_from = greatest(free_from, :until) where channel = :channel""";
    private static final String GIVE_UP = """
            with gone as (
                update delivery set state = :state, attempts = attempts + :failed, next_attempt_at = null,
                    error = :error, evidence = :evidence
                where notice_id = :notice and channel = :channel and state = 'PENDING' and next_attempt_at = :until
                returning notice_id)
            """ + NextChannel.ORDER;

    private final DatabaseClient database;
    private final NextChannel next;
    private final Preferences preferences;

    Deliveries(DatabaseClient database, NextChannel next, Preferences preferences) {
        this.database = database;
        this.next = next;
        this.preferences = preferences;
    }

    /** Claims those due at that moment by a channel, longest waiting first. */
    Mono<List<DueDelivery>> claim(Channel channel, Pace pace, Instant now, int atMost) {
        Instant until = now.plus(CLAIM);
        return database.sql(CLAIM_DUE)
                .bind("channel", channel.name())
                .bind("interval", pace.interval().toNanos() / 1e9)
                .bind("burst", pace.burst())
                .bind("now", now)
                .bind("until", until)
                .bind("most", atMost)
                .map(row -> due(row, channel, until))
                .all()
                .collectList();
    }

    /** Somebody has taken it, and this is the proof; that stands, whoever holds the claim. */
    Mono<Void> taken(DueDelivery delivery, Message message, Outcome.Accepted proof, Instant at) {
        return Params.of(database.sql(TAKEN))
                .bind("notice", delivery.noticeId())
                .bind("channel", delivery.channel().name())
                .bind("round", delivery.round())
                .bind("at", at)
                .bind("evidence", proof.evidence())
                .bind("gateway", proof.gatewayId(), String.class)
                .bind("ask", proof.gatewayId() == null ? null : at.plus(Reports.FIRST_QUESTION), Instant.class)
                .bind("template", message.template())
                .bind("version", message.version())
                .bind("language", message.language().getLanguage())
                .rowsUpdated()
                .then();
    }

    /** Nobody knows an address there: the next channel is tried, and there is the inbox. */
    Mono<Void> noAddress(DueDelivery delivery, Instant now) {
        return giveUp(delivery, "NO_ADDRESS", 0, null, null, now);
    }

    /** Given up: the next channel is tried. */
    Mono<Void> failed(DueDelivery delivery, DeliveryError error, @Nullable String evidence, Instant now) {
        return giveUp(delivery, "FAILED", 1, error, evidence, now);
    }

    /** Failed, to be tried again. */
    Mono<Void> again(DueDelivery delivery, DeliveryError error, Instant at) {
        return later(delivery, at, error, 1);
    }

    /** Not tried, to be tried later. */
    Mono<Void> later(DueDelivery delivery, Instant at) {
        return later(delivery, at, null, 0);
    }

    /** Lets nothing leave by a channel until then. */
    Mono<Void> hold(Channel channel, Instant until) {
        return database.sql(HOLD)
                .bind("channel", channel.name())
                .bind("until", until)
                .then();
    }

    private Mono<Void> later(DueDelivery delivery, Instant at, @Nullable DeliveryError error, int failed) {
        return claimed(AGAIN, delivery)
                .bind("failed", failed)
                .bind("next", at)
                .bind("error", error == null ? null : error.name(), String.class)
                .rowsUpdated()
                .then();
    }

    private Mono<Void> giveUp(
            DueDelivery delivery,
            String state,
            int failed,
            @Nullable DeliveryError error,
            @Nullable String evidence,
            Instant now) {
        return next.bind(claimed(GIVE_UP, delivery), now)
                .bind("state", state)
                .bind("failed", failed)
                .bind("error", error == null ? null : error.name(), String.class)
                .bind("evidence", evidence, String.class)
                .rowsUpdated()
                .then();
    }

    private Params claimed(String statement, DueDelivery delivery) {
        return Params.of(database.sql(statement))
                .bind("notice", delivery.noticeId())
                .bind("channel", delivery.channel().name())
                .bind("until", delivery.claimedUntil());
    }

    private DueDelivery due(Readable row, Channel channel, Instant until) {
        return new DueDelivery(
                get(row, "notice_id", UUID.class),
                channel,
                get(row, "round", Integer.class),
                get(row, "person_id", UUID.class),
                Arrays.stream(get(row, "kinds", String[].class))
                        .map(NoticeKind::valueOf)
                        .toList(),
                Preferences.of(row, preferences.usual()),
                get(row, "attempts", Integer.class),
                until);
    }
}
