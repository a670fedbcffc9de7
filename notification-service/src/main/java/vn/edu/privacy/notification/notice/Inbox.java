package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a person was told, and what of it they have read. */
@Component
class Inbox {
    private static final String NEWEST =
            "select * from notice where person_id = $1 order by at desc, id desc limit 100";
    private static final String UNREAD =
            "select count(*) as unread from notice where person_id = $1 and read_at is null";
    private static final String READ =
            "update notice set read_at = coalesce(read_at, $3) where id = $1 and person_id = $2";

    private final DatabaseClient database;

    Inbox(DatabaseClient database) {
        this.database = database;
    }

    /** The newest hundred, newest first. */
    Mono<List<Told>> newest(UUID personId) {
        return database.sql(NEWEST).bind(0, personId).map(Inbox::told).all().collectList();
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
}
