package vn.edu.privacy.notification.access;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final String OF = "select * from gathered where request_id = $1 order by holder";
    // claimed by moving the next attempt on: a crash in between only gathers again
    private static final String CLAIM = """
            update gathering set attempts = attempts + 1, next_attempt_at = $2
            where request_id in (select request_id from gathering where next_attempt_at <= $1
                order by next_attempt_at limit $3 for update skip locked)
            returning request_id, attempts""";
    private static final String KEEP = """
            insert into gathered (request_id, holder, as_of, items_sealed, answered_at) values ($1, $2, $3, $4, $5)""";
    private static final String RELEASE =
            "update gathered set released_at = $3 where request_id = $1 and holder = any($2) and released_at is null";

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

    /** Keeps what a holder answered, until it is released and gone; a holder answers once. */
    Mono<Void> keep(UUID requestId, HeldData held, Instant at) {
        return keys.seal(requestId, json.writeValueAsBytes(held.items()))
                .flatMap(bytes -> database.sql(KEEP)
                        .bind(0, requestId)
                        .bind(1, held.holder())
                        .bind(2, held.asOf())
                        .bind(3, bytes)
                        .bind(4, at)
                        .then());
    }

    /** The answers of these holders may be shown from now on. */
    Mono<Void> release(UUID requestId, List<String> holders, Instant at) {
        return database.sql(RELEASE)
                .bind(0, requestId)
                .bind(1, holders.toArray(String[]::new))
                .bind(2, at)
                .then();
    }

    /** What was gathered for a request, by holder. */
    Mono<List<HolderReply>> of(UUID requestId) {
        return database.sql(OF)
                .bind(0, requestId)
                .map((row, about) -> new SealedReply(
                        get(row, "holder", String.class),
                        get(row, "as_of", Instant.class),
                        get(row, "items_sealed", byte[].class),
                        get(row, "answered_at", Instant.class),
                        row.get("released_at", Instant.class)))
                .all()
                .collectList()
                .flatMapIterable(rows -> rows)
                .concatMap(row -> keys.open(requestId, row.items())
                        .map(plain -> new HolderReply(
                                new HeldData(row.holder(), row.asOf(), json.readValue(plain, ITEMS)),
                                row.answeredAt(),
                                row.releasedAt())))
                .collectList();
    }

    /** Whether an answer waits to be released. */
    Mono<Boolean> waits(UUID requestId) {
        return database.sql("select exists (select from gathered where request_id = $1 and released_at is null)")
                .bind(0, requestId)
                .mapValue(Boolean.class)
                .one();
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

    /**
     * What a holder answered, and whether it was released.
     *
     * @param data its answer
     * @param answeredAt when it came
     * @param releasedAt since when it may be shown; absent while it waits for an officer
     */
    record HolderReply(
            HeldData data, Instant answeredAt, @Nullable Instant releasedAt) {}

    private record SealedReply(
            String holder,
            Instant asOf,
            byte[] items,
            Instant answeredAt,
            @Nullable Instant releasedAt) {}
}
