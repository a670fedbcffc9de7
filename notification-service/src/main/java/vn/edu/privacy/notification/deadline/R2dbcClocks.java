package vn.edu.privacy.notification.deadline;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;

/** Clocks in PostgreSQL. */
@Component
class R2dbcClocks implements Clocks {
    private static final String START =
            "insert into request_clock (request_id, code, article, due) values ($1, $2, $3, $4)";
    private static final String MEET = """
            update request_clock set met_at = $3
            where request_id = $1 and code = any($2) and met_at is null""";
    private static final String EXTEND = """
            update request_clock set due = $4, extended_from = $5
            where request_id = $1 and code = $2 and article = $3 and extended_from is null""";
    private static final String OF = "select * from request_clock where request_id = any($1) order by due, code";
    // what its requester never confirmed is nobody's delay
    private static final String NOTE = """
            update request_clock set overdue_noted_at = $1
            where met_at is null and due <= $1 and overdue_noted_at is null
                and not exists (select from request r
                    where r.id = request_id and r.state = 'AWAITING_CONFIRMATION')""";

    private final DatabaseClient database;

    R2dbcClocks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> start(UUID requestId, StartedClocks started) {
        return Flux.fromIterable(started.clocks())
                .concatMap(clock -> database.sql(START)
                        .bind(0, requestId)
                        .bind(1, clock.code().name())
                        .bind(2, clock.article())
                        .bind(3, clock.due())
                        .then())
                .then();
    }

    @Override
    public Mono<Void> meet(UUID requestId, Collection<ClockRule.Code> codes, Instant at) {
        return database.sql(MEET)
                .bind(0, requestId)
                .bind(1, codes.stream().map(Enum::name).toArray(String[]::new))
                .bind(2, at)
                .then();
    }

    @Override
    public Mono<Void> extend(UUID requestId, List<RunningClock> moved) {
        return Flux.fromIterable(moved)
                .concatMap(clock -> database.sql(EXTEND)
                        .bind(0, requestId)
                        .bind(1, clock.code().name())
                        .bind(2, clock.article())
                        .bind(3, clock.due())
                        .bind(4, Objects.requireNonNull(clock.extendedFrom(), "an extended clock"))
                        .then())
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
    public Mono<Long> noteOverdue(Instant now) {
        return database.sql(NOTE).bind(0, now).fetch().rowsUpdated();
    }

    private static RunningClock clock(Readable row) {
        return new RunningClock(
                ClockRule.Code.valueOf(get(row, "code", String.class)),
                get(row, "due", Instant.class),
                get(row, "article", String.class),
                row.get("met_at", Instant.class),
                row.get("extended_from", Instant.class));
    }
}
