package vn.edu.privacy.notification.holder;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import com.nimbusds.jose.jwk.JWK;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.database.Params;

/** Rows of {@code holder}. */
@Component
class HolderRows {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String KEEP = """
            insert into holder (code, names, url, contact, key, agreement_reference, agreement_signed_on, agreement_from,
                agreement_until, agreement_states, changed_at, changed_by)
            values (:code, :names, :url, :contact, :key, :reference, :signed, :from, :until, :states, :at, :by)
            on conflict (code) do update set names = excluded.names, url = excluded.url, contact = excluded.contact,
                key = excluded.key, agreement_reference = excluded.agreement_reference,
                agreement_signed_on = excluded.agreement_signed_on, agreement_from = excluded.agreement_from,
                agreement_until = excluded.agreement_until, agreement_states = excluded.agreement_states,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = holder.version + 1""";
    // what people have changed, the configuration no longer does
    private static final String SEED = KEEP + "\n" + """
            where holder.changed_by = 'configuration' and (holder.names, holder.url, holder.contact, holder.key,
                holder.agreement_reference, holder.agreement_until, holder.agreement_states)
                is distinct from (excluded.names, excluded.url, excluded.contact, excluded.key,
                excluded.agreement_reference, excluded.agreement_until, excluded.agreement_states)""";
    private static final String SUSPEND = """
            update holder set suspended_at = :since, suspension_reason = :reason, version = version + 1,
                changed_at = :at, changed_by = :by
            where code = :code and (suspended_at is null) = :now""";
    private static final String HEARD = """
            update holder set consecutive_failures = :failures,
                last_success_at = greatest(last_success_at, :success), latency_ms = coalesce(:latency, latency_ms),
                last_failure = case when :failed::timestamptz is null then last_failure else :failure end,
                last_failure_at = greatest(last_failure_at, :failed)
            where code = :code""";

    private final DatabaseClient database;
    private final JsonMapper json;

    HolderRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Flux<KnownHolder> all() {
        return database.sql("select * from holder order by code")
                .map(this::holder)
                .all();
    }

    /** How those that were asked have answered. */
    Mono<Map<String, Health>> health() {
        return database.sql("select * from holder")
                .map(row -> Map.entry(get(row, "code", String.class), healthOf(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Enters what the configuration names, unless people have changed it since. */
    Mono<Void> seed(KnownHolder holder, Instant at) {
        return write(SEED, holder, "configuration", at);
    }

    /** Keeps a holder; whether it is suspended and how it answered stay as they are. */
    Mono<Void> keep(KnownHolder holder, String by, Instant at) {
        return write(KEEP, holder, by, at);
    }

    /**
     * Suspends a holder, or ends that when there is no reason.
     *
     * @return false when it is unknown or so already
     */
    Mono<Boolean> suspend(String code, @Nullable String reason, String by, Instant at) {
        return Params.of(database.sql(SUSPEND))
                .bind("code", code)
                .bind("since", reason == null ? null : at, Instant.class)
                .bind("reason", reason, String.class)
                .bind("now", reason != null)
                .bind("at", at)
                .bind("by", by)
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> heard(String code, Health health) {
        return Params.of(database.sql(HEARD))
                .bind("code", code)
                .bind("failures", health.consecutiveFailures())
                .bind("success", health.lastSuccessAt(), Instant.class)
                .bind("latency", health.latencyMillis(), Integer.class)
                .bind("failed", health.lastFailureAt(), Instant.class)
                .bind("failure", health.lastFailure(), String.class)
                .rowsUpdated()
                .then();
    }

    private Mono<Void> write(String sql, KnownHolder holder, String by, Instant at) {
        Agreement agreement = holder.agreement();
        return Params.of(database.sql(sql))
                .bind("code", holder.code())
                .bind("names", Json.of(json.writeValueAsString(holder.names())))
                .bind("url", holder.url(), String.class)
                .bind("contact", holder.contact(), String.class)
                .bind("key", holder.key() == null ? null : Json.of(holder.key().toJSONString()), Json.class)
                .bind("reference", agreement == null ? null : agreement.reference(), String.class)
                .bind("signed", agreement == null ? null : agreement.signedOn(), LocalDate.class)
                .bind("from", agreement == null ? null : agreement.from(), LocalDate.class)
                .bind("until", agreement == null ? null : agreement.until(), LocalDate.class)
                .bind(
                        "states",
                        agreement == null
                                ? new String[0]
                                : agreement.states().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new))
                .bind("at", at)
                .bind("by", by)
                .rowsUpdated()
                .then();
    }

    private KnownHolder holder(Readable row) {
        Json key = row.get("key", Json.class);
        return new KnownHolder(
                get(row, "code", String.class),
                json.readValue(get(row, "names", Json.class).asString(), TEXTS),
                row.get("url", String.class),
                row.get("contact", String.class),
                key == null ? null : key(key.asString()),
                agreement(row),
                row.get("suspended_at", Instant.class),
                row.get("suspension_reason", String.class),
                get(row, "version", Long.class));
    }

    private static @Nullable Agreement agreement(Readable row) {
        String reference = row.get("agreement_reference", String.class);
        return reference == null
                ? null
                : new Agreement(
                        reference,
                        get(row, "agreement_signed_on", LocalDate.class),
                        get(row, "agreement_from", LocalDate.class),
                        row.get("agreement_until", LocalDate.class),
                        Stream.of(get(row, "agreement_states", String[].class))
                                .map(Agreement.Content::valueOf)
                                .collect(Collectors.toSet()));
    }

    private static Health healthOf(Readable row) {
        return new Health(
                row.get("last_success_at", Instant.class),
                row.get("last_failure_at", Instant.class),
                row.get("last_failure", String.class),
                get(row, "consecutive_failures", Integer.class),
                row.get("latency_ms", Integer.class));
    }

    private static JWK key(String text) {
        try {
            return JWK.parse(text);
        } catch (ParseException broken) {
            throw new IllegalStateException("a key in the registry cannot be read", broken);
        }
    }
}
