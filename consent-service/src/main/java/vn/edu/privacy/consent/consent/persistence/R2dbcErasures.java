package vn.edu.privacy.consent.consent.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.Erasure;
import vn.edu.privacy.consent.consent.application.Erasure.Ground;
import vn.edu.privacy.consent.consent.application.Erasure.Scope;
import vn.edu.privacy.consent.consent.application.Erasures;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** The journal of erasures in PostgreSQL, and the words of the parties that they take away. */
final class R2dbcErasures implements Erasures {
    private static final String OF = """
            select student_id, request_id, scope, purpose, ground, asked_by, erased_at
            from erasure_journal where student_id = $1 order by erased_at, request_id, purpose""";
    private static final String NOTE = """
            insert into erasure_journal (student_id, request_id, scope, purpose, ground, asked_by, erased_at,
                required_sides)
            values (:student, :request, :scope, :purpose, :ground, :askedBy, :erasedAt, :sides)
            on conflict do nothing""";
    private static final String TAKE_WORDS = """
            delete from decision_text t using decision d
            where t.student_id = :student and d.student_id = t.student_id and d.decision_id = t.decision_id
                and (:purpose::text is null or d.purpose = :purpose) and d.decided_at <= :erasedAt""";

    /** Not noted here, or the student is found by a number again, or there are words again. */
    private static final String UNDONE = """
            select e."studentId" as student_id, e."requestId" as request_id, e.scope, e.purpose, e.ground,
                e."askedBy" as asked_by, e."erasedAt" as erased_at
            from json_to_recordset(:erasures::json) as e ("studentId" uuid, "requestId" uuid, scope text, purpose text,
                ground text, "askedBy" uuid, "erasedAt" timestamptz)
            where not exists (
                    select from erasure_journal j
                    where j.student_id = e."studentId" and j.request_id = e."requestId"
                        and j.purpose is not distinct from e.purpose)
                or e.scope = 'STUDENT' and exists (
                    select from student s where s.student_id = e."studentId" and s.sector_index is not null)
                or exists (
                    select from decision_text t
                    join decision d on d.student_id = t.student_id and d.decision_id = t.decision_id
                    where t.student_id = e."studentId" and d.decided_at <= e."erasedAt"
                        and (e.purpose is null or d.purpose = e.purpose))
            order by e."erasedAt", e."requestId", e.purpose""";

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final JsonMapper json;

    R2dbcErasures(DatabaseClient database, SubjectKeys keys, JsonMapper json) {
        this.database = database;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public Flux<UUID> students() {
        return database.sql("select distinct student_id from erasure_journal")
                .map(row -> get(row, "student_id", UUID.class))
                .all();
    }

    @Override
    public Flux<Erasure> of(UUID studentId) {
        return database.sql(OF).bind(0, studentId).map(R2dbcErasures::erasure).all();
    }

    @Override
    public Mono<Void> note(Erasure erasure, List<String> requiredSides) {
        return purpose(database.sql(NOTE), erasure)
                .bind("student", erasure.studentId())
                .bind("request", erasure.requestId())
                .bind("scope", erasure.scope().name())
                .bind("ground", erasure.ground().name())
                .bind("askedBy", erasure.askedBy())
                .bind("erasedAt", erasure.erasedAt())
                .bind("sides", requiredSides.toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> takeWords(Erasure erasure) {
        return purpose(database.sql(TAKE_WORDS), erasure)
                .bind("student", erasure.studentId())
                .bind("erasedAt", erasure.erasedAt())
                .then();
    }

    @Override
    public Mono<Void> destroyKeys(List<UUID> students) {
        return keys.destroyAll(students);
    }

    @Override
    public Flux<Erasure> undone(List<Erasure> erasures) {
        return database.sql(UNDONE)
                .bind("erasures", json.writeValueAsString(erasures))
                .map(R2dbcErasures::erasure)
                .all();
    }

    private static DatabaseClient.GenericExecuteSpec purpose(
            DatabaseClient.GenericExecuteSpec statement, Erasure erasure) {
        String purpose = erasure.purpose();
        return purpose == null ? statement.bindNull("purpose", String.class) : statement.bind("purpose", purpose);
    }

    private static Erasure erasure(Readable row) {
        return new Erasure(
                get(row, "student_id", UUID.class),
                get(row, "request_id", UUID.class),
                Scope.valueOf(get(row, "scope", String.class)),
                row.get("purpose", String.class),
                Ground.valueOf(get(row, "ground", String.class)),
                get(row, "asked_by", UUID.class),
                get(row, "erased_at", Instant.class));
    }
}
