package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;

/** What the officers of a school have to look at. Without a school: that of every school. */
@Component
public class OfficerNotices {
    /** In place of a school: for those alone who read every school's. */
    public static final String EVERY_SCHOOL = "*";

    /** As many as a page shows. */
    static final int MOST = 100;

    private static final String OF_SCHOOL = "(:school::text is null or school_id = :school)";
    private static final String LIST = "select * from officer_notice where " + OF_SCHOOL
            + " order by seen_at is not null, at desc, id desc limit " + MOST;
    private static final String UNSEEN =
            "select count(*) as unseen from officer_notice where seen_at is null and " + OF_SCHOOL;
    private static final String SEE = "update officer_notice set seen_at = coalesce(seen_at, :at),"
            + " seen_by = coalesce(seen_by, :by) where id = :id and " + OF_SCHOOL;

    private static final String TELL = """
            insert into officer_notice (school_id, id, kind, incident_id, at)
            values (:school, :id, :kind, :incident, :at)
            on conflict (school_id, id) do nothing""";

    private final DatabaseClient database;

    OfficerNotices(DatabaseClient database) {
        this.database = database;
    }

    /** Tells the officers of a school, of a violation where one is named; joins the caller's transaction, and an id tells once. */
    public Mono<Void> tell(String school, UUID id, NoticeKind kind, @Nullable UUID incidentId, Instant at) {
        return Params.of(database.sql(TELL))
                .bind("school", school)
                .bind("id", id)
                .bind("kind", kind.name())
                .bind("incident", incidentId, UUID.class)
                .bind("at", at)
                .rowsUpdated()
                .then();
    }

    /** How many nobody has looked at. */
    public Mono<Long> unseen(@Nullable String schoolId) {
        return Params.of(database.sql(UNSEEN))
                .bind("school", schoolId, String.class)
                .statement()
                .map(row -> get(row, "unseen", Long.class))
                .one();
    }

    /** Those that nobody has looked at first, each part newest first. */
    Mono<List<Item>> list(@Nullable String schoolId) {
        return Params.of(database.sql(LIST))
                .bind("school", schoolId, String.class)
                .statement()
                .map(OfficerNotices::item)
                .all()
                .collectList();
    }

    /** Notes who looked at one first. False when the school has no such notice. */
    Mono<Boolean> see(UUID id, @Nullable String schoolId, String by, Instant at) {
        return Params.of(database.sql(SEE))
                .bind("school", schoolId, String.class)
                .bind("id", id)
                .bind("by", by)
                .bind("at", at)
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Item item(Readable row) {
        return new Item(
                get(row, "id", UUID.class),
                get(row, "school_id", String.class),
                NoticeKind.valueOf(get(row, "kind", String.class)),
                Matter.of(row),
                get(row, "at", Instant.class),
                row.get("seen_at", Instant.class));
    }

    /**
     * One of them.
     *
     * @param id of this notice
     * @param schoolId the school
     * @param kind what happened
     * @param matter what it is about
     * @param at when
     * @param seenAt when an officer of the school first looked at it, or null
     */
    record Item(
            UUID id,
            String schoolId,
            NoticeKind kind,
            Matter matter,
            Instant at,
            @Nullable Instant seenAt) {}
}
