package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;

/** What a person was told, and what of it they have read. */
@Component
class Inbox {
    private static final String NEWEST =
            "select * from notice where person_id = $1 and not silenced order by at desc, id desc limit 100";
    private static final String UNREAD =
            "select count(*) as unread from notice where person_id = $1 and not silenced and read_at is null";
    private static final String READ =
            "update notice set read_at = coalesce(read_at, $3) where id = $1 and person_id = $2 and not silenced";
    private static final String OF_MESSAGE = """
            select * from notice
            where person_id = $2 and not silenced
                and (id = $1 or id in (select notice_id from notice_together where heading_id = $1))
            order by at desc, id desc""";
    private static final String OWN_REQUESTS = """
            select r.id from request r
            where r.id = any ($1) and (r.requester = $2
                or exists (select from request_party p where p.request_id = r.id and p.person_id = $2))""";
    private static final String SENT = """
            select notice.id, delivery.channel, delivery.state,
                coalesce(delivery.reported_at, delivery.sent_at, delivery.ordered_at) as since
            from notice
            left join notice_together together on together.notice_id = notice.id
            join delivery on delivery.notice_id = coalesce(together.heading_id, notice.id)
            where notice.id = any ($1)
            order by delivery.ordered_at, delivery.channel""";

    private final DatabaseClient database;

    Inbox(DatabaseClient database) {
        this.database = database;
    }

    /** The newest hundred, newest first. */
    Mono<List<Told>> newest(UUID personId) {
        return database.sql(NEWEST).bind(0, personId).map(Inbox::told).all().collectList();
    }

    /** Which of those requests the person can open: of another's one may be told, but not what stands in it. */
    Mono<Set<UUID>> openable(UUID personId, List<UUID> requestIds) {
        return database.sql(OWN_REQUESTS)
                .bind(0, requestIds.toArray(UUID[]::new))
                .bind(1, personId)
                .map(row -> get(row, "id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** What was sent of those notices, and by which channel, by notice; the first tried first. */
    Mono<Map<UUID, Collection<Sent>>> sent(List<UUID> noticeIds) {
        return database.sql(SENT)
                .bind(0, noticeIds.toArray(UUID[]::new))
                .map(row -> Map.entry(
                        get(row, "id", UUID.class),
                        new Sent(
                                Channel.valueOf(get(row, "channel", String.class)),
                                DeliveryState.valueOf(get(row, "state", String.class)),
                                get(row, "since", Instant.class))))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What of a person's notices the message leads to that was made for the one of that id. */
    Mono<List<Told>> ofMessage(UUID id, UUID personId) {
        return database.sql(OF_MESSAGE)
                .bind(0, id)
                .bind(1, personId)
                .map(Inbox::told)
                .all()
                .collectList();
    }

    /** How many are unread, however old. */
    Mono<Long> unread(UUID personId) {
        return database.sql(UNREAD)
                .bind(0, personId)
                .map(row -> get(row, "unread", Long.class))
                .one();
    }

    /** Marks one as read; the first time counts. False when the person has no such notice. */
    Mono<Boolean> read(UUID id, UUID personId, Instant at) {
        return database.sql(READ)
                .bind(0, id)
                .bind(1, personId)
                .bind(2, at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Told told(Readable row) {
        return new Told(
                get(row, "id", UUID.class),
                NoticeKind.valueOf(get(row, "kind", String.class)),
                Matter.of(row),
                get(row, "at", Instant.class),
                row.get("read_at", Instant.class));
    }

    /**
     * That a message about a notice left the house, or is to.
     *
     * @param channel by which
     * @param state how far it came
     * @param since when it came so far
     */
    record Sent(Channel channel, DeliveryState state, Instant since) {}
}
