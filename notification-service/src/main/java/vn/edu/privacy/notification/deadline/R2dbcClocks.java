package vn.edu.privacy.notification.deadline;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.platform.database.Params;

/** Clocks in PostgreSQL. */
@Component
class R2dbcClocks implements Clocks {
    private static final String START =
            "insert into request_clock (request_id, code, article, due, next_reminder_at) values (:id, :code, :article, :due, :next)";
    private static final String STANDING = """
            select c.*, r.type, r.received_at from request_clock c join request r on r.id = c.request_id
            where c.request_id = $1 and c.code = any($2) and c.met_at is null and c.paused_at < $3""";
    private static final String MEET = """
            update request_clock set met_at = $3, paused_at = null
            where request_id = $1 and code = any($2) and met_at is null""";
    private static final String EXTEND = """
            update request_clock set due = :due, extended_from = :before, next_reminder_at = :next
            where request_id = :id and code = :code and article = :article and extended_from is null""";
    private static final String PAUSE = """
            update request_clock set paused_at = $2
            where request_id = $1 and code <> 'ACKNOWLEDGE' and met_at is null and due > $2 and paused_at is null""";
    private static final String RESUME = """
            update request_clock set due = :due, paused_at = null, next_reminder_at = :next
            where request_id = :id and code = :code and article = :article and paused_at is not null""";
    private static final String OF = "select * from request_clock where request_id = any($1) order by due, code";
    // what its requester never confirmed is nobody's delay
    private static final String RUNS = """
            c.met_at is null and c.overdue_noted_at is null and c.paused_at is null
            and exists (select from request r where r.id = c.request_id and r.state <> 'AWAITING_CONFIRMATION')""";
    private static final String RUN_OUT = """
            select request_id from request_clock c where c.due <= $1 and %s
            group by request_id order by min(c.due) limit $2""".formatted(RUNS);
    private static final String NOTE = """
            update request_clock c set overdue_noted_at = $2
            where c.request_id = $1 and c.due <= $2 and %s returning *""".formatted(RUNS);
    private static final String TO_REMIND = """
            select request_id from request_clock c where c.next_reminder_at <= $1 and c.met_at is null and c.paused_at is null
            group by request_id order by min(c.next_reminder_at) limit $2""";
    private static final String DUE_REMINDERS = """
            select c.*, r.received_at, c.due > $2 and %s as counts
            from request_clock c join request r on r.id = c.request_id
            where c.request_id = $1 and c.next_reminder_at <= $2 and c.met_at is null and c.paused_at is null""".formatted(RUNS);
    private static final String NEXT_REMINDER = """
            update request_clock set next_reminder_at = :next
            where request_id = :id and code = :code and article = :article""";

    private final DatabaseClient database;
    private final Deadlines deadlines;
    private final Reminders reminders;
    private final Clock time;

    R2dbcClocks(DatabaseClient database, Deadlines deadlines, Reminders reminders, Clock time) {
        this.database = database;
        this.deadlines = deadlines;
        this.reminders = reminders;
        this.time = time;
    }

    @Override
    public Mono<Void> start(UUID requestId, StartedClocks started) {
        return Flux.fromIterable(started.clocks())
                .concatMap(clock -> named(START, requestId, clock)
                        .bind("due", clock.due())
                        .bind("next", next(started.from(), clock), Instant.class)
                        .rowsUpdated())
                .then();
    }

    @Override
    public Mono<Void> meet(UUID requestId, Collection<ClockRule.Code> codes, Instant at) {
        String[] names = codes.stream().map(Enum::name).toArray(String[]::new);
        return goOn(requestId, names, at)
                .then(database.sql(MEET)
                        .bind(0, requestId)
                        .bind(1, names)
                        .bind(2, at)
                        .then());
    }

    /** What was done while a clock stood still is not late, and a clock that runs on later does not stand still. */
    private Mono<Void> goOn(UUID requestId, String[] codes, Instant at) {
        return database.sql(STANDING)
                .bind(0, requestId)
                .bind(1, codes)
                .bind(2, at)
                .map((row, about) -> deadlines.resumed(
                        get(row, "type", String.class),
                        get(row, "received_at", Instant.class),
                        List.of(clock(row)),
                        at))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(moved -> resume(requestId, at, moved))
                .then();
    }

    @Override
    public Mono<Void> reopen(UUID requestId, Collection<ClockRule.Code> codes) {
        return database.sql("update request_clock set met_at = null where request_id = $1 and code = any($2)")
                .bind(0, requestId)
                .bind(1, codes.stream().map(Enum::name).toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> extend(UUID requestId, List<RunningClock> moved) {
        return Flux.fromIterable(moved)
                .concatMap(clock -> named(EXTEND, requestId, clock)
                        .bind("due", clock.due())
                        .bind("before", Objects.requireNonNull(clock.extendedFrom(), "an extended clock"))
                        .bind("next", next(time.instant(), clock), Instant.class)
                        .rowsUpdated())
                .then();
    }

    @Override
    public Mono<Void> pause(UUID requestId, Instant at) {
        return database.sql(PAUSE).bind(0, requestId).bind(1, at).then();
    }

    @Override
    public Mono<Void> resume(UUID requestId, Instant from, List<RunningClock> moved) {
        return Flux.fromIterable(moved)
                .concatMap(clock -> named(RESUME, requestId, clock)
                        .bind("due", clock.due())
                        .bind("next", next(from, clock), Instant.class)
                        .rowsUpdated())
                .then();
    }

    @Override
    public Mono<Map<UUID, List<RunningClock>>> of(Collection<UUID> requestIds) {
        return database.sql(OF)
                .bind(0, requestIds.toArray(UUID[]::new))
                .map((row, about) -> Map.entry(get(row, "request_id", UUID.class), clock(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Mono<List<UUID>> runOut(Instant now, int limit) {
        return requests(RUN_OUT, now, limit);
    }

    @Override
    public Mono<List<RunningClock>> noteOverdue(UUID requestId, Instant now) {
        return database.sql(NOTE)
                .bind(0, requestId)
                .bind(1, now)
                .map((row, about) -> clock(row))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<UUID>> toRemind(Instant now, int limit) {
        return requests(TO_REMIND, now, limit);
    }

    @Override
    public Mono<List<RunningClock>> takeReminders(UUID requestId, Instant now) {
        return database.sql(DUE_REMINDERS)
                .bind(0, requestId)
                .bind(1, now)
                .map((row, about) -> new Reminded(
                        clock(row),
                        get(row, "counts", Boolean.class),
                        reminders
                                .next(get(row, "received_at", Instant.class), get(row, "due", Instant.class), now)
                                .orElse(null)))
                .all()
                .collectList()
                .delayUntil(all -> Flux.fromIterable(all).concatMap(each -> remindNext(requestId, each)))
                .map(all -> all.stream()
                        .filter(Reminded::counts)
                        .map(Reminded::clock)
                        .toList());
    }

    private Mono<Long> remindNext(UUID requestId, Reminded reminded) {
        return named(NEXT_REMINDER, requestId, reminded.clock())
                .bind("next", reminded.next(), Instant.class)
                .rowsUpdated();
    }

    private Params named(String statement, UUID requestId, RunningClock clock) {
        return Params.of(database.sql(statement))
                .bind("id", requestId)
                .bind("code", clock.code().name())
                .bind("article", clock.article());
    }

    private @Nullable Instant next(Instant from, RunningClock clock) {
        return reminders.next(from, clock.due(), time.instant()).orElse(null);
    }

    private Mono<List<UUID>> requests(String select, Instant now, int limit) {
        return database.sql(select)
                .bind(0, now)
                .bind(1, limit)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    private static RunningClock clock(Readable row) {
        return new RunningClock(
                ClockRule.Code.valueOf(get(row, "code", String.class)),
                get(row, "due", Instant.class),
                get(row, "article", String.class),
                row.get("met_at", Instant.class),
                row.get("extended_from", Instant.class),
                row.get("paused_at", Instant.class));
    }

    private record Reminded(
            RunningClock clock, boolean counts, @Nullable Instant next) {}
}
