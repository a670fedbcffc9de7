package vn.edu.privacy.consent.purpose;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.database.RequiredColumn;

/** The catalogue in PostgreSQL. */
@Repository
class R2dbcPurposes implements Purposes {
    private static final String SELECT = """
            select p.code, p.retired_at, v.version, v.last_major_version, v.content, v.published_at
            from purpose p join purpose_version v on v.code = p.code
            """;

    private final DatabaseClient database;
    private final JsonMapper mapper;
    private final ObjectReader reader;

    R2dbcPurposes(DatabaseClient database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
        // what an older release wrote must stay readable
        this.reader = mapper.readerFor(PurposeContent.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public Mono<PublishedPurpose> current(String code) {
        return database.sql(SELECT + "where p.code = :code and v.version = p.version")
                .bind("code", code)
                .map(this::purpose)
                .one();
    }

    @Override
    public Mono<PublishedPurpose> version(String code, int version) {
        return database.sql(SELECT + "where p.code = :code and v.version = :version")
                .bind("code", code)
                .bind("version", version)
                .map(this::purpose)
                .one();
    }

    @Override
    public Mono<PublishedPurpose> inForce(String code, Instant at) {
        return database.sql("""
                        select p.code, case when p.retired_at <= :at then p.retired_at end as retired_at, v.version,
                            v.last_major_version, v.content, v.published_at
                        from purpose p join purpose_version v on v.code = p.code
                        where p.code = :code and v.published_at <= :at order by v.version desc limit 1""")
                .bind("code", code)
                .bind("at", at)
                .map(this::purpose)
                .one();
    }

    @Override
    public Flux<PublishedPurpose> allCurrent() {
        return database.sql(SELECT + "where v.version = p.version and p.retired_at is null order by p.code")
                .map(this::purpose)
                .all();
    }

    /** All versions of a purpose, oldest first; none when unknown. */
    Flux<PublishedPurpose> versions(String code) {
        return database.sql(SELECT + "where p.code = :code order by v.version")
                .bind("code", code)
                .map(this::purpose)
                .all();
    }

    /** The newest version of every purpose, retired ones too, by code. */
    Flux<PublishedPurpose> allNewest() {
        return database.sql(SELECT + "where v.version = p.version order by p.code")
                .map(this::purpose)
                .all();
    }

    /** Keeps other writers of the purpose away until the transaction ends; empty when unknown. */
    Mono<PublishedPurpose> lock(String code) {
        return database.sql("select code from purpose where code = :code for update")
                .bind("code", code)
                .fetch()
                .one()
                .flatMap(locked -> current(code));
    }

    /** Writes the first version; false when the code is taken. */
    Mono<Boolean> create(String code, PurposeContent content, String by, Instant at) {
        return database.sql("""
                        insert into purpose (code, version, last_major_version, lawful_basis, data_categories,
                            period_kind, processing_from, processing_until)
                        values (:code, 1, 1, :basis, :categories, :period, :from, :until)
                        on conflict do nothing""")
                .bind("code", code)
                .bind("basis", content.basis().name())
                .bind("categories", content.categoryCodes().toArray(String[]::new))
                .bind("period", content.periodKind().name())
                .bind("from", content.processingFrom())
                .bind("until", content.processingUntil())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0
                        ? Mono.just(false)
                        : write(code, 1, 1, content, by, at).thenReturn(true));
    }

    /** Writes a later version and makes it the one in force. */
    Mono<Void> append(String code, int version, int lastMajor, PurposeContent content, String by, Instant at) {
        return database.sql("""
                        update purpose set version = :version, last_major_version = :major, lawful_basis = :basis,
                            data_categories = :categories, period_kind = :period, processing_from = :from,
                            processing_until = :until
                        where code = :code""")
                .bind("code", code)
                .bind("version", version)
                .bind("major", lastMajor)
                .bind("basis", content.basis().name())
                .bind("categories", content.categoryCodes().toArray(String[]::new))
                .bind("period", content.periodKind().name())
                .bind("from", content.processingFrom())
                .bind("until", content.processingUntil())
                .fetch()
                .rowsUpdated()
                .then(write(code, version, lastMajor, content, by, at));
    }

    Mono<Void> retire(String code, String reason, Instant at) {
        return database.sql("update purpose set retired_at = :at, retirement_reason = :reason where code = :code")
                .bind("code", code)
                .bind("reason", reason)
                .bind("at", at)
                .then();
    }

    private Mono<Void> write(String code, int version, int lastMajor, PurposeContent content, String by, Instant at) {
        return database.sql("""
                        insert into purpose_version (code, version, last_major_version, content, published_at, published_by)
                        values (:code, :version, :major, :content, :at, :by)""")
                .bind("code", code)
                .bind("version", version)
                .bind("major", lastMajor)
                .bind("content", Json.of(mapper.writeValueAsString(content)))
                .bind("at", at)
                .bind("by", by)
                .then();
    }

    private PublishedPurpose purpose(Readable row) {
        PurposeContent content =
                reader.readValue(RequiredColumn.get(row, "content", Json.class).asString());
        @Nullable Instant retiredAt = row.get("retired_at", Instant.class);
        return new PublishedPurpose(
                RequiredColumn.get(row, "code", String.class),
                RequiredColumn.get(row, "version", Integer.class),
                RequiredColumn.get(row, "last_major_version", Integer.class),
                retiredAt == null,
                content.category(),
                content.basis(),
                content.legalReference(),
                content.safeguards(),
                content.sensitive(),
                PurposeDraft.of(content).disclosing(),
                content.categories(),
                content.recipients(),
                content.periodKind(),
                content.processingFrom(),
                content.processingUntil(),
                content.notices(),
                RequiredColumn.get(row, "published_at", Instant.class),
                retiredAt);
    }
}
