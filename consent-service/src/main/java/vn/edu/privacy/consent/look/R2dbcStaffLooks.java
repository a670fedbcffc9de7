package vn.edu.privacy.consent.look;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.look.StaffLook.Position;
import vn.edu.privacy.consent.look.StaffLook.What;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/**
 * Looks in PostgreSQL, one chain for each student. The same look within the same minute is one: a page reloads, and is made
 * of several readings.
 */
@Repository
class R2dbcStaffLooks {
    private static final Duration SAME = Duration.ofMinutes(1);
    private static final int CHAINS = 21;
    // one at a time for each student, in one order for all: the next entry builds on the one before
    private static final String TURN = """
            select count(pg_advisory_xact_lock(:chains, turn)) from (
                select distinct hashtext(id::text) as turn from unnest(:students::uuid[]) id order by 1) turns""";
    private static final String KEEP = """
            with before as (
                select s.student_id, coalesce(newest.seq, 0) as seq, coalesce(newest.hash, ''::bytea) as previous
                from student s
                left join lateral (
                    select seq, hash from staff_look l where l.student_id = s.student_id order by seq desc limit 1) newest
                    on true
                where s.student_id = any(:students)
                    and not exists (select from staff_look l where l.student_id = s.student_id and l.viewer = :viewer
                        and l.position = :position and l.what = :what and l.at > :since)
            ), entry as (
                select student_id, seq + 1 as seq, :at::timestamptz as at, :viewer::text as viewer,
                    :position::text as position, :school::text as school_id, :what::text as what, previous
                from before
            )
            insert into staff_look (student_id, seq, at, viewer, position, school_id, what, hash)
            select student_id, seq, at, viewer, position, school_id, what, staff_look_hash(previous,
                row(student_id, seq, at, viewer, position, school_id, what, ''::bytea)::staff_look)
            from entry""";
    private static final String PAGE = """
            select seq, at, position, school_id, what from staff_look
            where student_id = $1 and seq < $2 order by seq desc limit $3""";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;

    R2dbcStaffLooks(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps a look at each of some students; whom nobody knows is left out. */
    Mono<Void> keep(Collection<UUID> students, String viewer, Position position, @Nullable String schoolId, What what) {
        return Mono.defer(() -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    UUID[] ids = students.toArray(UUID[]::new);
                    return database.sql(TURN)
                            .bind("chains", CHAINS)
                            .bind("students", ids)
                            .then()
                            .then(Params.of(database.sql(KEEP))
                                    .bind("students", ids)
                                    .bind("viewer", viewer)
                                    .bind("position", position.name())
                                    .bind("school", schoolId, String.class)
                                    .bind("what", what.name())
                                    .bind("at", now)
                                    .bind("since", now.minus(SAME))
                                    .rowsUpdated())
                            .then();
                })
                .as(transaction::transactional);
    }

    /** At most so many looks at a student before that number, newest first. */
    Mono<List<StaffLook>> before(UUID studentId, long seq, int limit) {
        return database.sql(PAGE)
                .bind(0, studentId)
                .bind(1, seq)
                .bind(2, limit)
                .map(row -> new StaffLook(
                        RequiredColumn.get(row, "seq", Long.class),
                        RequiredColumn.get(row, "at", Instant.class),
                        Position.valueOf(RequiredColumn.get(row, "position", String.class)),
                        row.get("school_id", String.class),
                        What.valueOf(RequiredColumn.get(row, "what", String.class))))
                .all()
                .collectList();
    }
}
