package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The order book of e-mails. Claiming is one statement that moves the next attempt forward and so holds its locks for
 * that statement only; whoever crashes with a claim loses it when it ends. Outcomes other than "sent" are recorded
 * only while the claim still holds.
 */
@Component
class Deliveries {
    /** For how long a claimed delivery is its claimant's. */
    static final Duration CLAIM = Duration.ofSeconds(60);

    private static final String CLAIM_DUE = """
            with due as (
                select notice_id, channel, attempts from delivery
                where state = 'PENDING' and next_attempt_at <= $1
                order by next_attempt_at limit $3 for update skip locked),
            claimed as (
                update delivery set next_attempt_at = $2
                from due where delivery.notice_id = due.notice_id and delivery.channel = due.channel
                returning due.notice_id, due.attempts)
            select notice.id, notice.person_id, notice.kind, notice.request_id, notice.purpose, notice.campaign_id,
                notice.about, notice.incident_id, claimed.attempts,
                case when not exists (
                    select from notice other
                    where other.person_id = notice.person_id and other.at = notice.at and other.kind = notice.kind
                        and other.student_id <> notice.student_id) then notice.student_id end as student_id
            from claimed join notice on notice.id = claimed.notice_id""";
    private static final String SENT = """
            update delivery set state = 'SENT', sent_at = $2, next_attempt_at = null, error = null,
                attempts = attempts + 1
            where notice_id = $1 and channel = 'EMAIL' and state <> 'SENT'""";
    private static final String NO_ADDRESS = """
            update delivery set state = 'NO_ADDRESS', next_attempt_at = null, error = null
            where notice_id = $1 and channel = 'EMAIL' and state = 'PENDING' and next_attempt_at = $2""";
    private static final String AGAIN = """
            update delivery set attempts = attempts + 1, next_attempt_at = $3, error = $4
            where notice_id = $1 and channel = 'EMAIL' and state = 'PENDING' and next_attempt_at = $2""";
    private static final String FAILED = """
            update delivery set state = 'FAILED', attempts = attempts + 1, next_attempt_at = null, error = $3
            where notice_id = $1 and channel = 'EMAIL' and state = 'PENDING' and next_attempt_at = $2""";

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    /** Claims those due at that moment, longest waiting first. */
    Mono<List<DueDelivery>> claim(Instant now, int atMost) {
        Instant until = now.plus(CLAIM);
        return database.sql(CLAIM_DUE)
                .bind(0, now)
                .bind(1, until)
                .bind(2, atMost)
                .map(row -> due(row, until))
                .all()
                .collectList();
    }

    /** The mail server has accepted it; that stands, whoever holds the claim. */
    Mono<Void> sent(DueDelivery delivery, Instant at) {
        return database.sql(SENT).bind(0, delivery.noticeId()).bind(1, at).then();
    }

    /** Nobody knows an address: there is the inbox. */
    Mono<Void> noAddress(DueDelivery delivery) {
        return claimed(NO_ADDRESS, delivery).then();
    }

    /** To be tried again. */
    Mono<Void> again(DueDelivery delivery, DeliveryError error, Instant next) {
        return claimed(AGAIN, delivery).bind(2, next).bind(3, error.name()).then();
    }

    /** Given up. */
    Mono<Void> failed(DueDelivery delivery, DeliveryError error) {
        return claimed(FAILED, delivery).bind(2, error.name()).then();
    }

    private GenericExecuteSpec claimed(String statement, DueDelivery delivery) {
        return database.sql(statement).bind(0, delivery.noticeId()).bind(1, delivery.claimedUntil());
    }

    private static DueDelivery due(Readable row, Instant until) {
        return new DueDelivery(
                get(row, "id", UUID.class),
                get(row, "person_id", UUID.class),
                NoticeKind.valueOf(get(row, "kind", String.class)),
                Matter.of(row),
                get(row, "attempts", Integer.class),
                until);
    }
}
