package vn.edu.privacy.notification.carrying;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.request.application.AnswerChange;

/** Instructions that a newer answer turns round: to process again after to stop, to stop after to process again. */
@Component
class Opposites {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String SAME = " student_id = :student and school_id = :school and purpose = :purpose and ";
    private static final String WAITING = "state not in " + InstructionRows.DONE + " and ";
    private static final String FORBIDS = "(action in ('STOP', 'RESTRICT') or once_stopped)";
    private static final String ALLOWS = "action = 'LIFT'";
    // the last word counts
    private static final String FORBIDDEN = """
            select * from (select distinct on (holder) * from instruction
                where action in ('STOP', 'RESTRICT', 'LIFT') and state <> 'SUPERSEDED' and %s true
                order by holder, noted_at desc, id desc) newest
            where action <> 'LIFT' order by holder""".formatted(SAME);

    private final DatabaseClient database;
    private final JsonMapper json;

    Opposites(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those who were last told not to process. */
    Flux<Told> forbidden(AnswerChange change) {
        return about(FORBIDDEN, change)
                .map(row -> new Told(
                        new KnownPurpose.Recipient(
                                get(row, "holder", String.class),
                                json.readValue(get(row, "names", Json.class).asString(), TEXTS)),
                        List.of(get(row, "data_categories", String[].class))))
                .all();
    }

    /** The requests whose waiting instructions an action turns round, in the order in which to lock them. */
    Flux<UUID> requests(AnswerChange change, Action action) {
        return about(
                        "select distinct request_id from instruction where request_id is not null and" + SAME + WAITING
                                + against(action) + " order by request_id",
                        change)
                .map(row -> get(row, "request_id", UUID.class))
                .all();
    }

    /**
     * Puts aside what waits and says the opposite.
     *
     * @return whether a holder may be hearing one of them just now
     */
    Mono<Boolean> supersede(AnswerChange change, Action action, Instant now) {
        return about(
                        "update instruction set state = 'SUPERSEDED', since = :now, next_attempt_at = null where" + SAME
                                + WAITING + against(action) + " returning attempts",
                        change)
                .bind("now", now)
                .map(row -> get(row, "attempts", Integer.class) > 0)
                .all()
                .reduce(false, Boolean::logicalOr);
    }

    private DatabaseClient.GenericExecuteSpec about(String sql, AnswerChange change) {
        return database.sql(sql)
                .bind("student", change.studentId())
                .bind("school", change.schoolId())
                .bind("purpose", change.purpose());
    }

    private static String against(Action action) {
        return action == Action.LIFT ? FORBIDS : ALLOWS;
    }
}
