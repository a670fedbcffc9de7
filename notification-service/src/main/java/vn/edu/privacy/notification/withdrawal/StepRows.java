package vn.edu.privacy.notification.withdrawal;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.StopInstruction;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.time.Ids;

/** Rows of {@code withdrawal_step}. */
@Component
class StepRows {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String INSERT = """
            insert into withdrawal_step (request_id, holder, purpose, id, student_id, names, data_categories, state,
                since, due, next_attempt_at)
            values (:request, :holder, :purpose, :id, :student, :names, :categories, 'PENDING', :now, :due, :next)
            on conflict (request_id, holder, purpose) do nothing""";
    private static final String OF =
            "select * from withdrawal_step where request_id = any($1) order by request_id, purpose, holder";
    // claimed by moving the next attempt on: a crash between asking and noting only asks again
    private static final String CLAIM = """
            update withdrawal_step set attempts = attempts + 1, next_attempt_at = $2
            where id in (select id from withdrawal_step where next_attempt_at <= $1
                order by next_attempt_at limit $3 for update skip locked)
            returning *""";
    private static final String MOVE = """
            update withdrawal_step set since = case when state = :state then since else :at end,
                state = :state, next_attempt_at = :next
            where id = :id and state not in ('STOPPED', 'ERASED')""";

    private final DatabaseClient database;
    private final JsonMapper json;

    StepRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> insert(
            Facts facts,
            KnownPurpose purpose,
            KnownPurpose.Recipient recipient,
            Instant due,
            Instant now,
            @Nullable Instant next) {
        return Params.of(database.sql(INSERT))
                .bind("request", facts.id())
                .bind("holder", recipient.code())
                .bind("purpose", purpose.code())
                .bind("id", Ids.next())
                .bind("student", facts.studentId())
                .bind("names", Json.of(json.writeValueAsString(recipient.names())))
                .bind("categories", purpose.dataCategories().toArray(String[]::new))
                .bind("now", now)
                .bind("due", due)
                .bind("next", next, Instant.class)
                .rowsUpdated()
                .then();
    }

    Flux<Map.Entry<UUID, Step>> of(Collection<UUID> requestIds) {
        return database.sql(OF)
                .bind(0, requestIds.toArray(UUID[]::new))
                .map((row, about) -> Map.entry(get(row, "request_id", UUID.class), step(row)))
                .all();
    }

    /** Takes steps that are due, at most so many; nobody else takes them before {@code next}. */
    Flux<Claimed> claim(Instant now, Instant next, int limit) {
        return database.sql(CLAIM)
                .bind(0, now)
                .bind(1, next)
                .bind(2, limit)
                .map((row, about) -> new Claimed(
                        new StopInstruction(
                                get(row, "id", UUID.class),
                                get(row, "holder", String.class),
                                get(row, "student_id", UUID.class),
                                get(row, "purpose", String.class),
                                List.of(get(row, "data_categories", String[].class)),
                                get(row, "request_id", UUID.class),
                                get(row, "due", Instant.class)),
                        Step.State.valueOf(get(row, "state", String.class)),
                        get(row, "attempts", Integer.class)))
                .all();
    }

    /** Notes where a step is; whoever has stopped stays so. */
    Mono<Boolean> move(UUID id, Step.State state, Instant at, @Nullable Instant next) {
        return Params.of(database.sql(MOVE))
                .bind("id", id)
                .bind("state", state.name())
                .bind("at", at)
                .bind("next", next, Instant.class)
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Step step(Readable row) {
        return new Step(
                get(row, "holder", String.class),
                json.readValue(get(row, "names", Json.class).asString(), TEXTS),
                get(row, "purpose", String.class),
                Step.State.valueOf(get(row, "state", String.class)),
                get(row, "since", Instant.class),
                get(row, "due", Instant.class));
    }

    /**
     * A step whose turn it is.
     *
     * @param instruction what the holder is told
     * @param state how far it was
     * @param attempts how often it was asked, this time included
     */
    record Claimed(StopInstruction instruction, Step.State state, int attempts) {}
}
