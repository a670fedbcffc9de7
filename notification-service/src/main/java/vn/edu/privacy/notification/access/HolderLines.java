package vn.edu.privacy.notification.access;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HolderLine.State;
import vn.edu.privacy.platform.database.Params;

/** How far each holder is, in PostgreSQL; joins the caller's transaction. */
@Component
class HolderLines {
    // what is over stays as it ended; what is as it was keeps its time
    private static final String KEEP = """
            insert into gathering_holder (request_id, holder, state, note, at)
            values (:request, :holder, :state, :note, :at)
            on conflict (request_id, holder) do update
            set state = excluded.state, note = excluded.note, at = excluded.at
            where gathering_holder.state in ('ASKED', 'BY_HAND')
                and (gathering_holder.state, gathering_holder.note) is distinct from (excluded.state, excluded.note)""";

    private final DatabaseClient database;

    HolderLines(DatabaseClient database) {
        this.database = database;
    }

    /** By code; empty before the first holder was asked. */
    Mono<List<HolderLine>> of(UUID requestId) {
        return database.sql("select * from gathering_holder where request_id = $1 order by holder")
                .bind(0, requestId)
                .map((row, about) -> new HolderLine(
                        get(row, "holder", String.class),
                        State.valueOf(get(row, "state", String.class)),
                        row.get("note", String.class),
                        get(row, "at", Instant.class)))
                .all()
                .collectList();
    }

    /**
     * Keeps how far a holder is.
     *
     * @return whether that is news: what is over does not change any more
     */
    Mono<Boolean> keep(UUID requestId, HolderLine line) {
        return Params.of(database.sql(KEEP))
                .bind("request", requestId)
                .bind("holder", line.holder())
                .bind("state", line.state().name())
                .bind("note", line.note(), String.class)
                .bind("at", line.at())
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether nothing more is to be expected of any of them. */
    static boolean areOver(List<HolderLine> lines) {
        return lines.stream().allMatch(HolderLine::isOver);
    }
}
