package vn.edu.privacy.notification.access;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.request.application.PersonalDataGathering;
import vn.edu.privacy.platform.vault.SubjectKeys;

/**
 * Gatherings under way, and what they brought, in PostgreSQL. What was gathered is sealed under a key of the request
 * alone: when the time to see it is over, the key is destroyed and no copy of the rows can be read any more.
 */
@Component
class GatheredData implements PersonalDataGathering {
    private static final TypeReference<List<HeldData.Item>> ITEMS = new TypeReference<>() {};
    private static final String START = """
            insert into gathering (request_id, next_attempt_at) values ($1, now())
            on conflict (request_id) do update set attempts = 0, next_attempt_at = now()""";
    // claimed by moving the next attempt on: a crash in between only gathers again
    private static final String CLAIM = """
            update gathering set attempts = attempts + 1, next_attempt_at = $2
            where request_id in (select request_id from gathering where next_attempt_at <= $1
                order by next_attempt_at limit $3 for update skip locked)
            returning request_id, attempts""";
    private static final String KEEP = """
            insert into gathered (request_id, holder, as_of, items_sealed) values ($1, $2, $3, $4)
            on conflict (request_id, holder) do update
            set as_of = excluded.as_of, items_sealed = excluded.items_sealed""";

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final JsonMapper json;

    GatheredData(DatabaseClient database, SubjectKeys keys, JsonMapper json) {
        this.database = database;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public Mono<Void> start(UUID requestId) {
        return database.sql(START).bind(0, requestId).then();
    }

    /** Takes gatherings whose turn it is; nobody else takes them before {@code next}. */
    Flux<Claimed> claim(Instant now, Instant next, int limit) {
        return database.sql(CLAIM)
                .bind(0, now)
                .bind(1, next)
                .bind(2, limit)
                .map((row, about) ->
                        new Claimed(get(row, "request_id", UUID.class), get(row, "attempts", Integer.class)))
                .all();
    }

    /** The gathering is to be tried again, not before then. */
    Mono<Void> retry(UUID requestId, Instant next) {
        return database.sql("update gathering set next_attempt_at = $2 where request_id = $1")
                .bind(0, requestId)
                .bind(1, next)
                .then();
    }

    /** The gathering is over, whatever it brought. */
    Mono<Void> end(UUID requestId) {
        return database.sql("delete from gathering where request_id = $1")
                .bind(0, requestId)
                .then();
    }

    Mono<Void> keep(UUID requestId, HeldData held) {
        return keys.seal(requestId, json.writeValueAsBytes(held.items()))
                .flatMap(bytes -> database.sql(KEEP)
                        .bind(0, requestId)
                        .bind(1, held.holder())
                        .bind(2, held.asOf())
                        .bind(3, bytes)
                        .then());
    }

    /** What was gathered for a request, by holder. */
    Mono<List<HeldData>> of(UUID requestId) {
        return database.sql("select * from gathered where request_id = $1 order by holder")
                .bind(0, requestId)
                .map((row, about) -> new SealedData(
                        get(row, "holder", String.class),
                        get(row, "as_of", Instant.class),
                        get(row, "items_sealed", byte[].class)))
                .all()
                .concatMap(row -> keys.open(requestId, row.items())
                        .map(plain -> new HeldData(row.holder(), row.asOf(), json.readValue(plain, ITEMS))))
                .collectList();
    }

    /** Lets go of what was gathered, in every copy. */
    Mono<Void> destroy(UUID requestId) {
        return database.sql("delete from gathered where request_id = $1")
                .bind(0, requestId)
                .then()
                .then(keys.destroy(requestId));
    }

    /**
     * A gathering whose turn it is.
     *
     * @param requestId the request
     * @param attempts how often it was tried, this time included
     */
    record Claimed(UUID requestId, int attempts) {}

    private record SealedData(String holder, Instant asOf, byte[] items) {}
}
