package vn.edu.privacy.notification.look;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;

/** Looks in PostgreSQL, one chain for each student. */
@Repository
class R2dbcLooks implements Looks {
    private static final Duration SAME = Duration.ofMinutes(1);
    private static final int CHAINS = 20;
    // one at a time for each student: the next entry builds on the one before
    private static final String TURN = "select pg_advisory_xact_lock($1, hashtext($2))";
    private static final String KEEP = """
            with before as (
                select coalesce(max(seq), 0) as seq,
                    coalesce((array_agg(hash order by seq desc))[1], ''::bytea) as hash
                from (select seq, hash from look where student_id = :student order by seq desc limit 1) newest
            ), entry as (
                select :student::uuid as student_id, before.seq + 1 as seq, :at::timestamptz as at,
                    :request::uuid as request_id, :viewer::text as viewer, :role::text as role, :what::text as what,
                    :allowed::boolean as allowed, before.hash as previous
                from before
                where not exists (select from look l where l.student_id = :student and l.request_id = :request
                    and l.viewer = :viewer and l.role = :role and l.what = :what and l.at > :since)
            )
            insert into look (student_id, seq, at, request_id, viewer, role, what, allowed, hash)
            select student_id, seq, at, request_id, viewer, role, what, allowed,
                look_hash(previous, row(student_id, seq, at, request_id, viewer, role, what, allowed, ''::bytea)::look)
            from entry""";
    private static final String PAGE = """
            select l.*, r.reference, l.viewer = coalesce(s.person_id::text, '') as by_student
            from look l join request r on r.id = l.request_id
            left join known_student s on s.student_id = l.student_id
            where l.student_id = :student and l.seq < :before order by l.seq desc limit :limit""";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;

    R2dbcLooks(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<Void> keep(Look look) {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    return database.sql(TURN)
                            .bind(0, CHAINS)
                            .bind(1, look.studentId().toString())
                            .then()
                            .then(Params.of(database.sql(KEEP))
                                    .bind("student", look.studentId())
                                    .bind("at", now)
                                    .bind("since", now.minus(SAME))
                                    .bind("request", look.requestId())
                                    .bind("viewer", look.viewer())
                                    .bind("role", look.role().name())
                                    .bind("what", look.what().name())
                                    .bind("allowed", look.isAllowed())
                                    .rowsUpdated())
                            .then();
                })
                .as(transaction::transactional);
    }

    /** At most so many looks at a student before that number, newest first. */
    Mono<List<Entry>> before(UUID studentId, long seq, int limit) {
        return Params.of(database.sql(PAGE))
                .bind("student", studentId)
                .bind("before", seq)
                .bind("limit", limit)
                .statement()
                .map((row, about) -> new Entry(
                        get(row, "seq", Long.class),
                        get(row, "at", Instant.class),
                        get(row, "request_id", UUID.class),
                        get(row, "reference", String.class),
                        get(row, "viewer", String.class),
                        Look.Role.valueOf(get(row, "role", String.class)),
                        Look.What.valueOf(get(row, "what", String.class)),
                        get(row, "by_student", Boolean.class)))
                .all()
                .collectList();
    }

    /** A look as kept. */
    record Entry(
            long seq,
            Instant at,
            UUID requestId,
            String reference,
            String viewer,
            Look.Role role,
            Look.What what,
            boolean byStudent) {}
}
