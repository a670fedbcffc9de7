package vn.edu.privacy.notification.carrying;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.platform.database.Params;

/** Instructions as the officers of a school look after them. Without a school: those of every school. */
@Component
class Tasks {
    /** As many as a page shows. */
    static final int MOST = 200;

    /** What was settled lately, with the evidence, is for looking up, not for working through. */
    private static final int LATELY = 50;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String SELECT =
            "select i.*, r.reference from instruction i left join request r on r.id = i.request_id where ";
    private static final String OF_SCHOOL = "(:school::text is null or i.school_id = :school)";
    private static final String OPEN = "i.state not in " + InstructionRows.DONE;
    private static final String WAITING = SELECT + OF_SCHOOL + " and " + OPEN
            + " and not i.once_stopped order by i.state in ('REFUSED', 'SILENT') desc, i.due, i.id limit " + MOST;
    private static final String UNASKED = SELECT + OF_SCHOOL
            + " and i.request_id is null and not i.once_stopped order by i.noted_at desc, i.id desc limit " + MOST;
    private static final String SETTLED =
            SELECT + OF_SCHOOL + " and i.evidence_sealed is not null order by i.since desc, i.id desc limit " + LATELY;
    private static final String ONE = SELECT + OF_SCHOOL + " and i.id = :id";
    private static final String SETTLE = """
            update instruction set state = :state, since = :now, reason = :reason, next_attempt_at = null,
                corrections_sealed = null, settled_by = :by, evidence_sealed = :evidence
            where student_id = :student and id = :id""";
    private static final String AGAIN = """
            update instruction set state = 'PENDING', since = :now, reason = null, attempts = 0, next_attempt_at = :now,
                escalated_at = null
            where student_id = :student and id = :id""";
    private static final String OVERDUE = """
            select i.*, null::text as reference from instruction i where i.due <= $1 and i.state in ('PENDING', 'TOLD')
                and not i.once_stopped order by i.due limit 100""";
    private static final String SILENCE = """
            update instruction set state = 'SILENT', since = :now
            where student_id = :student and id = :id and state in ('PENDING', 'TOLD')""";
    private static final String ESCALATE = """
            update instruction set escalated_at = $1 where (student_id, id) in (
                select student_id, id from instruction where state in ('REFUSED', 'SILENT') and escalated_at is null
                order by due limit 100 for update skip locked)
            returning *, null::text as reference""";

    private final DatabaseClient database;
    private final JsonMapper json;

    Tasks(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is not done yet: first what a person must look at, then the nearest deadline. */
    Mono<List<Task>> waiting(@Nullable String schoolId) {
        return list(WAITING, schoolId);
    }

    /** What no person asked for, done or not, newest first. */
    Mono<List<Task>> unasked(@Nullable String schoolId) {
        return list(UNASKED, schoolId);
    }

    /** What people recorded lately, newest first. */
    Mono<List<Settled>> settled(@Nullable String schoolId) {
        return Params.of(database.sql(SETTLED))
                .bind("school", schoolId, String.class)
                .statement()
                .map(row -> new Settled(
                        task(row), get(row, "settled_by", String.class), get(row, "evidence_sealed", byte[].class)))
                .all()
                .collectList();
    }

    /** The request that one belongs to; empty when it belongs to none. */
    Mono<UUID> requestOf(UUID id) {
        return database.sql("select request_id from instruction where id = $1 and request_id is not null")
                .bind(0, id)
                .mapValue(UUID.class)
                .one();
    }

    /** One of them; empty when the officer has no such one. */
    Mono<Task> find(UUID id, Officer officer) {
        return one(ONE, id, officer);
    }

    /** The same, locked. */
    Mono<Task> lock(UUID id, Officer officer) {
        return one(ONE + " for update of i", id, officer);
    }

    private Mono<Task> one(String sql, UUID id, Officer officer) {
        return Params.of(database.sql(sql))
                .bind("school", officer.schoolId(), String.class)
                .bind("id", id)
                .statement()
                .map(this::task)
                .one();
    }

    /** A person says what became of a locked one. */
    Mono<Void> settle(Task task, Step.State state, @Nullable String reason, String by, byte[] evidence, Instant now) {
        return Params.of(database.sql(SETTLE))
                .bind("student", task.studentId())
                .bind("id", task.id())
                .bind("state", state.name())
                .bind("reason", reason, String.class)
                .bind("by", by)
                .bind("evidence", evidence)
                .bind("now", now)
                .rowsUpdated()
                .then();
    }

    /** A locked one is told once more, as if for the first time. */
    Mono<Void> again(Task task, Instant now) {
        return database.sql(AGAIN)
                .bind("student", task.studentId())
                .bind("id", task.id())
                .bind("now", now)
                .then();
    }

    /** What was not done in time, whether people tell the holder or nobody may call it now. */
    Mono<List<Task>> overdue(Instant now) {
        return database.sql(OVERDUE).bind(0, now).map(this::task).all().collectList();
    }

    /** Nobody has said that it is done. */
    Mono<Boolean> silence(Task task, Instant now) {
        return database.sql(SILENCE)
                .bind("student", task.studentId())
                .bind("id", task.id())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Takes what officers must hear of and have not, each once. */
    Mono<List<Task>> escalate(Instant now) {
        return database.sql(ESCALATE).bind(0, now).map(this::task).all().collectList();
    }

    private Mono<List<Task>> list(String sql, @Nullable String schoolId) {
        return Params.of(database.sql(sql))
                .bind("school", schoolId, String.class)
                .statement()
                .map(this::task)
                .all()
                .collectList();
    }

    private Task task(Readable row) {
        return new Task(
                get(row, "id", UUID.class),
                get(row, "school_id", String.class),
                row.get("request_id", UUID.class),
                row.get("reference", String.class),
                row.get("cause", String.class),
                get(row, "student_id", UUID.class),
                get(row, "holder", String.class),
                json.readValue(get(row, "names", Json.class).asString(), TEXTS),
                get(row, "purpose", String.class),
                Action.valueOf(get(row, "action", String.class)),
                Step.State.valueOf(get(row, "state", String.class)),
                row.get("reason", String.class),
                get(row, "since", Instant.class),
                get(row, "due", Instant.class),
                get(row, "attempts", Integer.class),
                row.get("next_attempt_at", Instant.class));
    }

    /**
     * What people recorded of an instruction.
     *
     * @param task the instruction, done
     * @param by who recorded it
     * @param evidence their words, sealed under the student's key
     */
    record Settled(Task task, String by, byte[] evidence) {
        Settled {
            evidence = evidence.clone();
        }

        @Override
        public byte[] evidence() {
            return evidence.clone();
        }
    }
}
