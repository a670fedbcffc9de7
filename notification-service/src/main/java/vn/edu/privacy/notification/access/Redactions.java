package vn.edu.privacy.notification.access;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;

/** What was left out and why, in PostgreSQL: append-only, and without any of the data. */
@Component
class Redactions {
    private static final String KEEP = """
            insert into redaction (request_id, holder, position, reason, stretches, decided_by, decided_at)
            values (:request, :holder, :position, :reason, :stretches, :by, :at)""";

    private final DatabaseClient database;

    Redactions(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(UUID requestId, List<Redaction> redactions, @Nullable String by, Instant at) {
        return Flux.fromIterable(redactions)
                .concatMap(each -> Params.of(database.sql(KEEP))
                        .bind("request", requestId)
                        .bind("holder", each.holder())
                        .bind("position", each.position())
                        .bind("reason", each.reason().name())
                        .bind("stretches", each.covered().bounds())
                        .bind("by", by, String.class)
                        .bind("at", at)
                        .rowsUpdated())
                .then();
    }

    /** By holder and position. */
    Mono<Map<String, Map<Integer, Redaction>>> of(UUID requestId) {
        return database.sql("select holder, position, reason, stretches from redaction where request_id = $1")
                .bind(0, requestId)
                .map((row, about) -> new Redaction(
                        get(row, "holder", String.class),
                        get(row, "position", Integer.class),
                        LeftOut.valueOf(get(row, "reason", String.class)),
                        Covered.of(get(row, "stretches", Integer[].class))))
                .all()
                .collect(Collectors.groupingBy(
                        Redaction::holder, Collectors.toMap(Redaction::position, Function.identity())));
    }

    /**
     * An item that is left out, or part of it.
     *
     * @param holder who answered it
     * @param position in its answer
     * @param reason why
     * @param covered which stretches of its value
     */
    record Redaction(String holder, int position, LeftOut reason, Covered covered) {}
}
