package vn.edu.privacy.consent.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** The check log as one student's family reads it: by day and caller, newest day first. */
@Repository
class CheckHistory {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PAGE = """
            with asked as (
                select (asked_at at time zone 'Asia/Ho_Chi_Minh')::date as day, school_id, caller, client, check_id,
                    purpose, answer, asked_at
                from check_log where student_id = :student and asked_at < :until
            ), looks as (
                select day, school_id, caller, max(client) as client, count(distinct check_id) as times,
                    min(asked_at) as first_at, max(asked_at) as last_at
                from asked
                where day < :day or (school_id, caller) > (:school, :caller)
                group by day, school_id, caller
                order by day desc, school_id, caller limit :limit
            )
            select l.*, a.purpose,
                count(*) filter (where a.answer = 'PERMIT') as permitted,
                count(*) filter (where a.answer = 'RESTRICTED') as restricted,
                count(*) filter (where a.answer = 'DENY') as denied
            from looks l join asked a using (day, school_id, caller)
            group by l.day, l.school_id, l.caller, l.client, l.times, l.first_at, l.last_at, a.purpose
            order by l.day desc, l.school_id, l.caller, a.purpose""";

    private final DatabaseClient database;

    CheckHistory(DatabaseClient database) {
        this.database = database;
    }

    /** At most so many days and callers after the cursor, a row for each purpose of each. */
    Mono<List<Row>> after(UUID studentId, LookCursor cursor, int limit) {
        return Params.of(database.sql(PAGE))
                .bind("student", studentId)
                .bind("until", cursor.day().plusDays(1).atStartOfDay(ZONE).toInstant())
                .bind("day", cursor.day())
                .bind("school", cursor.schoolId())
                .bind("caller", cursor.caller())
                .bind("limit", limit)
                .statement()
                .map(row -> new Row(
                        RequiredColumn.get(row, "day", LocalDate.class),
                        RequiredColumn.get(row, "school_id", String.class),
                        RequiredColumn.get(row, "caller", String.class),
                        row.get("client", String.class),
                        RequiredColumn.get(row, "times", Long.class),
                        RequiredColumn.get(row, "first_at", Instant.class),
                        RequiredColumn.get(row, "last_at", Instant.class),
                        RequiredColumn.get(row, "purpose", String.class),
                        RequiredColumn.get(row, "permitted", Long.class),
                        RequiredColumn.get(row, "restricted", Long.class),
                        RequiredColumn.get(row, "denied", Long.class)))
                .all()
                .collectList();
    }

    /** What one caller asked on one day for one purpose. */
    record Row(
            LocalDate day,
            String schoolId,
            String caller,
            @Nullable String client,
            long times,
            Instant first,
            Instant last,
            String purpose,
            long permitted,
            long restricted,
            long denied) {
        LookCursor cursor() {
            return new LookCursor(day, schoolId, caller);
        }
    }
}
