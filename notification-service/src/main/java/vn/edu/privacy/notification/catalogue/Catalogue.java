package vn.edu.privacy.notification.catalogue;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The purposes that consent-service has published, as this service has heard of them. */
@Component
public class Catalogue {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<KnownPurpose.Recipient>> RECIPIENTS = new TypeReference<>() {};
    private static final String NEWEST = """
            select distinct on (code) * from known_purpose where code = any($1) order by code, version desc""";
    private static final String SHOWN = """
            select distinct on (k.code, k.version) k.* from known_purpose k
            join request_purpose p on p.code = k.code and p.version = k.version where p.request_id = any($1)""";
    private static final String CONSENTED = """
            select distinct on (code) * from known_purpose where lawful_basis = 'CONSENT' order by code, version desc""";
    private static final String CURRENT = """
            select * from (select distinct on (code) * from known_purpose order by code, version desc) newest
            where retired_at is null""";

    // what no purpose names nobody has judged, so it counts; so does all of a sensitive purpose of before it told which
    private static final String SENSITIVE = """
            select asked.code from unnest($1::text[]) as asked (code)
            where not exists (select from known_purpose p where asked.code = any(p.data_categories))
                or exists (select from known_purpose p where asked.code = any(p.data_categories)
                    and asked.code = any(coalesce(p.sensitive_categories, p.data_categories)))""";

    private final DatabaseClient database;
    private final JsonMapper json;

    Catalogue(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The newest version of each, retired ones too: what was given may always be withdrawn. */
    public Flux<KnownPurpose> newest(Collection<String> codes) {
        return database.sql(NEWEST)
                .bind(0, codes.toArray(String[]::new))
                .map((row, about) -> purpose(row))
                .all();
    }

    /** Every version of a purpose, newest first: who received data under an earlier one may hold it still. */
    public Flux<KnownPurpose> versions(String code) {
        return database.sql("select * from known_purpose where code = $1 order by version desc")
                .bind(0, code)
                .map((row, about) -> purpose(row))
                .all();
    }

    /** The versions whose consequences were shown with these requests. */
    public Flux<KnownPurpose> shown(Collection<UUID> requestIds) {
        return database.sql(SHOWN)
                .bind(0, requestIds.toArray(UUID[]::new))
                .map((row, about) -> purpose(row))
                .all();
    }

    /** The newest version of every purpose that rests on consent. */
    public Flux<KnownPurpose> consented() {
        return database.sql(CONSENTED).map((row, about) -> purpose(row)).all();
    }

    /** Which of these data categories a purpose calls sensitive, or none knows (R-SEN-01). */
    public Mono<Set<String>> sensitive(Collection<String> categories) {
        return database.sql(SENSITIVE)
                .bind(0, categories.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The newest version of every purpose that was not retired, whatever it rests on. */
    public Flux<KnownPurpose> current() {
        return database.sql(CURRENT).map((row, about) -> purpose(row)).all();
    }

    private KnownPurpose purpose(Readable row) {
        return new KnownPurpose(
                get(row, "code", String.class),
                get(row, "version", Integer.class),
                get(row, "lawful_basis", String.class),
                List.of(get(row, "data_categories", String[].class)),
                json.readValue(get(row, "names", Json.class).asString(), TEXTS),
                json.readValue(get(row, "consequences", Json.class).asString(), TEXTS),
                json.readValue(get(row, "recipients", Json.class).asString(), RECIPIENTS));
    }
}
