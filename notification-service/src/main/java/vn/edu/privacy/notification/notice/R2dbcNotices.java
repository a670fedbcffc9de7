package vn.edu.privacy.notification.notice;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.time.Ids;

/** What happened to a request, told to whom it concerns and to the officers who handle it. */
@Component
class R2dbcNotices implements Notices {
    private static final String TELL_OFFICERS = """
            insert into officer_notice (school_id, id, kind, request_id, student_id, purpose, at)
            values (:school, :id, :kind, :request, :student, :purpose, :at)""";

    private final DatabaseClient database;
    private final Telling telling;

    R2dbcNotices(DatabaseClient database, Telling telling) {
        this.database = database;
        this.telling = telling;
    }

    @Override
    public Mono<Void> tell(NoticeOrder order) {
        return telling.tell(new Tidings(
                order.kind(),
                order.recipients(),
                new Matter(order.requestId(), null, null, null, null, null),
                null,
                order.at(),
                order.occasion()));
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
