package vn.edu.privacy.notification.access;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            insert into redaction (request_id, holder, position, reason, decided_by, decided_at)
            values (:request, :holder, :position, :reason, :by, :at)""";

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
                        .bind("by", by, String.class)
                        .bind("at", at)
                        .rowsUpdated())
                .then();
    }

    /** By holder and position. */
    Mono<Map<String, Map<Integer, LeftOut>>> of(UUID requestId) {
        return database.sql("select holder, position, reason from redaction where request_id = $1")
                .bind(0, requestId)
                .map((row, about) -> new Redaction(
                        get(row, "holder", String.class),
                        get(row, "position", Integer.class),
                        LeftOut.valueOf(get(row, "reason", String.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Redaction::holder, Collectors.toMap(Redaction::position, Redaction::reason)));
    }

    /**
     * An item that is left out.
     *
     * @param holder who answered it
     * @param position in its answer
     * @param reason why
     */
    record Redaction(String holder, int position, LeftOut reason) {}
}
