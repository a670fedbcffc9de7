package vn.edu.privacy.notification.notice;

import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.time.Ids;

/** Notices in PostgreSQL: inbox and delivery orders, all recipients in one round trip. */
@Component
class R2dbcNotices implements Notices {
    private static final String TELL = """
            with told as (
                insert into notice (id, person_id, kind, request_id, at, occasion)
                select recipient.id, recipient.person_id, $3, $4, $5, $6
                from unnest($1::uuid[], $2::uuid[]) as recipient (id, person_id)
                on conflict (person_id, kind, request_id, occasion) do nothing
                returning id, at)
            insert into delivery (notice_id, channel, next_attempt_at)
            select id, 'EMAIL', at from told""";

    private static final String TELL_OFFICERS = """
            insert into officer_notice (school_id, id, kind, request_id, student_id, purpose, at)
            values (:school, :id, :kind, :request, :student, :purpose, :at)""";

    private final DatabaseClient database;

    R2dbcNotices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> tell(NoticeOrder order) {
        UUID[] people = order.recipients().toArray(UUID[]::new);
        UUID[] ids = Stream.generate(Ids::next).limit(people.length).toArray(UUID[]::new);
        return database.sql(TELL)
                .bind(0, ids)
                .bind(1, people)
                .bind(2, order.kind().name())
                .bind(3, order.requestId())
                .bind(4, order.at())
                .bind(5, order.occasion())
                .then();
    }

    @Override
    public Mono<Void> tellOfficers(OfficerOrder order) {
        return Params.of(database.sql(TELL_OFFICERS))
                .bind("school", order.schoolId())
                .bind("id", Ids.next())
                .bind("kind", order.kind().name())
                .bind("request", order.requestId(), UUID.class)
                .bind("student", order.studentId(), UUID.class)
                .bind("purpose", order.purpose(), String.class)
                .bind("at", order.at())
                .rowsUpdated()
                .then();
    }
}
