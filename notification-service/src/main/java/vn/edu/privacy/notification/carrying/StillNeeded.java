package vn.edu.privacy.notification.carrying;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a holder has of a student for other purposes too, and therefore does not erase along with one: those the law founds
 * without consent (Decree 13 art. 16.2, 17), and those that somebody's consent still stands for.
 */
@Component
class StillNeeded {
    private static final String CATEGORIES = """
            select distinct category from (
                select distinct on (code) * from known_purpose order by code, version desc) k
            cross join unnest(k.data_categories) category
            where k.code <> $1 and k.retired_at is null and k.recipients @> $2
                and (k.lawful_basis <> 'CONSENT' or exists (select from known_decision d
                    where d.student_id = $3 and d.purpose = k.code and d.decision = 'GIVEN'))""";

    private final DatabaseClient database;
    private final JsonMapper json;

    StillNeeded(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Codes of data categories. */
    Mono<Set<String>> besides(String purpose, String holder, UUID studentId) {
        return database.sql(CATEGORIES)
                .bind(0, purpose)
                .bind(1, Json.of(json.writeValueAsString(List.of(Map.of("code", holder)))))
                .bind(2, studentId)
                .map(row -> get(row, "category", String.class))
                .all()
                .collect(Collectors.toSet());
    }
}
