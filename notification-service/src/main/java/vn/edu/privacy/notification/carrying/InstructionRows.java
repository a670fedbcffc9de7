package vn.edu.privacy.notification.carrying;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.Instruction;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.time.Ids;

/** Rows of {@code instruction}. */
@Component
class InstructionRows {
    /** States in which nothing is left to do, as a list of SQL. */
    static final String DONE = Stream.of(Step.State.values())
            .filter(Step.State::done)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String INSERT = """
            insert into instruction (student_id, id, request_id, record_id, cause, school_id, holder, names, purpose,
                action, data_categories, corrections_sealed, once_stopped, state, since, due, noted_at, next_attempt_at)
            values (:student, :id, :request, :record, :cause, :school, :holder, :names, :purpose,
                :action, :categories, :corrections, :once, 'PENDING', :at, :due, :at, :next)
            on conflict (request_id, holder, purpose, action) do nothing""";
    // consent-service tells of a changed record before it answers the request that changed it
    private static final String ADOPT = """
            update instruction set request_id = :request, due = least(due, :due)
            where student_id = :student and school_id = :school and purpose = :purpose and holder = :holder
                and action = :action and cause = 'RESTRICTION' and request_id is null and state <> 'SUPERSEDED'
                and noted_at > now() - interval '1 hour'
                and not exists (select from instruction other where other.request_id = :request
                    and other.holder = :holder and other.purpose = :purpose and other.action = :action)""";
    private static final String OF = """
            select * from instruction where request_id = any($1) order by request_id, purpose, holder, noted_at, id""";
    private static final String OPEN =
            "select exists (select from instruction where request_id = $1 and state not in " + DONE + ") as open";
    // claimed by moving the next attempt on: a crash between asking and noting only asks again, and with the same
    // words,
    // whatever has become of request and deadline since: another body under one id is a conflict at the holder
    private static final String CLAIM = """
            update instruction set attempts = attempts + 1, next_attempt_at = $2,
                told_request_id = case when told_due is null then request_id else told_request_id end,
                told_due = coalesce(told_due, due)
            where id in (select id from instruction where next_attempt_at <= $1 and holder <> all($4)
                order by next_attempt_at limit $3 for update skip locked)
            returning *""";
    private static final String MOVE = """
            update instruction set since = case when state = :state then since else :at end,
                state = :state, reason = :reason, next_attempt_at = :next,
                corrections_sealed = case when :done then null else corrections_sealed end
            where student_id = :student and id = :id and state not in\s""" + DONE;
    private static final String AGAIN = """
            update instruction set state = 'PENDING', since = $2, reason = null, attempts = 0, next_attempt_at = $2
            where request_id = $1 and action = $3 and state = 'NOT_DONE'""";
    private static final String RELEASE = """
            update instruction waiting set once_stopped = false, next_attempt_at = :next
            from instruction stopped
            where stopped.student_id = :student and stopped.id = :id and waiting.student_id = :student
                and waiting.holder = stopped.holder and waiting.purpose = stopped.purpose
                and waiting.request_id is not distinct from stopped.request_id
                and waiting.record_id is not distinct from stopped.record_id
                and waiting.once_stopped and waiting.state = 'PENDING'""";

    private final DatabaseClient database;
    private final JsonMapper json;

    InstructionRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> insert(Noted noted) {
        return Params.of(database.sql(INSERT))
                .bind("student", noted.studentId())
                .bind("id", Ids.next())
                .bind("request", noted.requestId(), UUID.class)
                .bind("record", noted.recordId(), UUID.class)
                .bind("cause", noted.cause(), String.class)
                .bind("school", noted.schoolId())
                .bind("holder", noted.recipient().code())
                .bind("names", Json.of(json.writeValueAsString(noted.recipient().names())))
                .bind("purpose", noted.purpose())
                .bind("action", noted.action().name())
                .bind("categories", noted.dataCategories().toArray(String[]::new))
                .bind("corrections", noted.corrections(), byte[].class)
                .bind("once", noted.onceStopped())
                .bind("at", noted.at())
                .bind("due", noted.due())
                .bind("next", noted.next(), Instant.class)
                .rowsUpdated()
                .then();
    }

    /** Takes over what was noted because the record changed on behalf of this very request. */
    Mono<Boolean> adopt(Facts facts, String holder, String purpose, Action action, Instant due) {
        return Params.of(database.sql(ADOPT))
                .bind("request", facts.id())
                .bind("student", facts.studentId())
                .bind("school", facts.schoolId())
                .bind("holder", holder)
                .bind("purpose", purpose)
                .bind("action", action.name())
                .bind("due", due)
                .rowsUpdated()
                .map(adopted -> adopted > 0);
    }

    Flux<Map.Entry<UUID, Step>> of(Collection<UUID> requestIds) {
        return database.sql(OF)
                .bind(0, requestIds.toArray(UUID[]::new))
                .map((row, about) -> Map.entry(get(row, "request_id", UUID.class), step(row)))
                .all();
    }

    /** What was not done waits again; who recorded that, and why, is kept. */
    Mono<Void> again(UUID requestId, Action action, Instant now) {
        return database.sql(AGAIN)
                .bind(0, requestId)
                .bind(1, now)
                .bind(2, action.name())
                .then();
    }

    /** Whether anything of a request is still to be carried out. */
    Mono<Boolean> isOpen(UUID requestId) {
        return database.sql(OPEN)
                .bind(0, requestId)
                .map(row -> get(row, "open", Boolean.class))
                .one();
    }

    /**
     * Takes instructions that are due, at most so many; nobody else takes them before {@code next}.
     *
     * @param besides holders whose are left alone
     */
    Flux<Claimed> claim(Instant now, Instant next, List<String> besides, int limit) {
        return database.sql(CLAIM)
                .bind(0, now)
                .bind(1, next)
                .bind(2, limit)
                .bind(3, besides.toArray(String[]::new))
                .map((row, about) -> new Claimed(
                        new Instruction(
                                get(row, "id", UUID.class),
                                get(row, "holder", String.class),
                                Action.valueOf(get(row, "action", String.class)),
                                get(row, "student_id", UUID.class),
                                get(row, "purpose", String.class),
                                List.of(get(row, "data_categories", String[].class)),
                                List.of(),
                                get(row, "school_id", String.class),
                                row.get("request_id", UUID.class),
                                get(row, "due", Instant.class)),
                        row.get("told_request_id", UUID.class),
                        get(row, "told_due", Instant.class),
                        row.get("corrections_sealed", byte[].class),
                        Step.State.valueOf(get(row, "state", String.class)),
                        get(row, "attempts", Integer.class)))
                .all();
    }

    /** Puts one off that was taken and not told after all. */
    Mono<Void> postpone(Instruction instruction, Instant next) {
        return database.sql("""
                        update instruction set attempts = attempts - 1, next_attempt_at = :next,
                            told_request_id = case when attempts > 1 then told_request_id end,
                            told_due = case when attempts > 1 then told_due end
                        where student_id = :student and id = :id and next_attempt_at is not null""")
                .bind("next", next)
                .bind("student", instruction.studentId())
                .bind("id", instruction.id())
                .then();
    }

    /** Notes how far one is; what is done stays so. */
    Mono<Boolean> move(
            Instruction instruction, Step.State state, Instant at, @Nullable String reason, @Nullable Instant next) {
        return Params.of(database.sql(MOVE))
                .bind("student", instruction.studentId())
                .bind("id", instruction.id())
                .bind("state", state.name())
                .bind("at", at)
                .bind("reason", reason, String.class)
                .bind("next", next, Instant.class)
                .bind("done", state.done())
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * The holder has stopped: what waited for that is told.
     *
     * @param next when; absent when only people can
     */
    Mono<Void> release(UUID studentId, UUID stopped, @Nullable Instant next) {
        return Params.of(database.sql(RELEASE))
                .bind("student", studentId)
                .bind("id", stopped)
                .bind("next", next, Instant.class)
                .rowsUpdated()
                .then();
    }

    /** The state of an action that was carried out. */
    static Step.State done(Action action) {
        return switch (action) {
            case STOP -> Step.State.STOPPED;
            case RESTRICT -> Step.State.RESTRICTED;
            case LIFT -> Step.State.LIFTED;
            case ERASE -> Step.State.ERASED;
            case RECTIFY -> Step.State.RECTIFIED;
        };
    }

    private Step step(Readable row) {
        return new Step(
                get(row, "holder", String.class),
                json.readValue(get(row, "names", Json.class).asString(), TEXTS),
                get(row, "purpose", String.class),
                Action.valueOf(get(row, "action", String.class)),
                Step.State.valueOf(get(row, "state", String.class)),
                row.get("reason", String.class),
                get(row, "since", Instant.class),
                get(row, "due", Instant.class));
    }

    /**
     * An instruction whose turn it is.
     *
     * @param instruction as it stands today, without corrections
     * @param toldRequest the request that the holder was told of first
     * @param toldDue the deadline that it was told first
     * @param corrections those, sealed; absent when there are none
     * @param state how far it was
     * @param attempts how often it was asked, this time included
     */
    record Claimed(
            Instruction instruction,
            @Nullable UUID toldRequest,
            Instant toldDue,
            byte @Nullable [] corrections,
            Step.State state,
            int attempts) {
        /** What the holder is told, the same every time. */
        Instruction told() {
            return instruction.naming(toldRequest, toldDue);
        }
    }
}
