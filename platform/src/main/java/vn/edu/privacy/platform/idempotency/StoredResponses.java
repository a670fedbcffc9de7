package vn.edu.privacy.platform.idempotency;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Keys and the answers given under them, in the caller's transaction. */
final class StoredResponses {
    private static final String CLAIM = """
            insert into idempotent_response (caller, route, idempotency_key, body_hash)
            values ($1, $2, $3, $4) on conflict do nothing""";
    private static final String KEEP = """
            update idempotent_response set status = $4, headers = $5, body = $6
            where caller = $1 and route = $2 and idempotency_key = $3""";
    private static final String FIND = """
            select body_hash, status, headers, body from idempotent_response
            where caller = $1 and route = $2 and idempotency_key = $3""";
    private static final String PURGE = "delete from idempotent_response where created_at < $1";
    private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    StoredResponses(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Whether this transaction is the first with the key. While another one with the same key is under way the statement
     * waits for its end on the unique index.
     */
    Mono<Boolean> claim(String caller, WriteRequest write) {
        return database.sql(CLAIM)
                .bind(0, caller)
                .bind(1, write.route())
                .bind(2, write.key())
                .bind(3, write.bodyHash())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> keep(String caller, WriteRequest write, StoredResponse response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().forEach(headers::put);
        return database.sql(KEEP)
                .bind(0, caller)
                .bind(1, write.route())
                .bind(2, write.key())
                .bind(3, (short) response.status())
                .bind(4, json.writeValueAsString(headers))
                .bind(5, response.body())
                .then();
    }

    /** The answer given before; a problem when the key was used with another body. */
    Mono<StoredResponse> find(String caller, WriteRequest write) {
        return database.sql(FIND)
                .bind(0, caller)
                .bind(1, write.route())
                .bind(2, write.key())
                .map(row -> {
                    if (!Arrays.equals(row.get("body_hash", byte[].class), write.bodyHash())) {
                        throw ProblemException.of(CommonProblems.IDEMPOTENCY_KEY_REUSED);
                    }
                    HttpHeaders headers = new HttpHeaders();
                    json.readValue(Objects.requireNonNull(row.get("headers", String.class)), HEADERS)
                            .forEach(headers::addAll);
                    return new StoredResponse(
                            Objects.requireNonNull(row.get("status", Short.class)),
                            headers,
                            Objects.requireNonNull(row.get("body", byte[].class)));
                })
                .one();
    }

    Mono<Long> forgetBefore(Instant moment) {
        return database.sql(PURGE).bind(0, moment).fetch().rowsUpdated();
    }
}
