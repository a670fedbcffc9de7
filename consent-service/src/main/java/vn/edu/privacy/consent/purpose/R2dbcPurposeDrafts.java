package vn.edu.privacy.consent.purpose;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Drafts in PostgreSQL, apart from what is published. */
@Repository
class R2dbcPurposeDrafts {
    private static final String SELECT =
            "select code, edition, base_version, content, saved_at, saved_by from purpose_draft ";

    private final DatabaseClient database;
    private final JsonMapper mapper;
    private final ObjectReader reader;

    R2dbcPurposeDrafts(DatabaseClient database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
        this.reader = mapper.readerFor(PurposeDraft.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The draft of that code; empty when there is none. */
    Mono<SavedDraft> find(String code) {
        return database.sql(SELECT + "where code = :code")
                .bind("code", code)
                .map(this::draft)
                .one();
    }

    /** The same, and keeps other writers away until the transaction ends. */
    Mono<SavedDraft> lock(String code) {
        return database.sql(SELECT + "where code = :code for update")
                .bind("code", code)
                .map(this::draft)
                .one();
    }

    /** All drafts, by code. */
    Flux<SavedDraft> all() {
        return database.sql(SELECT + "order by code").map(this::draft).all();
    }

    /** Writes the first edition; false when there is a draft already. */
    Mono<Boolean> create(SavedDraft draft) {
        return write(database.sql("""
                insert into purpose_draft (code, edition, base_version, content, saved_at, saved_by)
                values (:code, :edition, :base, :content, :at, :by)
                on conflict do nothing"""), draft);
    }

    /** Writes a later edition; false unless {@code seen} is the newest one. */
    Mono<Boolean> replace(SavedDraft draft, UUID seen) {
        return write(database.sql("""
                update purpose_draft set edition = :edition, base_version = :base, content = :content,
                    saved_at = :at, saved_by = :by
                where code = :code and edition = :seen""").bind("seen", seen), draft);
    }

    /** Removes it; false unless {@code seen} is the newest edition. */
    Mono<Boolean> remove(String code, UUID seen) {
        return database.sql("delete from purpose_draft where code = :code and edition = :seen")
                .bind("code", code)
                .bind("seen", seen)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Boolean> write(DatabaseClient.GenericExecuteSpec statement, SavedDraft draft) {
        return statement
                .bind("code", draft.code())
                .bind("edition", draft.edition())
                .bind("base", draft.baseVersion())
                .bind("content", Json.of(mapper.writeValueAsString(draft.content())))
                .bind("at", draft.savedAt())
                .bind("by", draft.savedBy())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private SavedDraft draft(Readable row) {
        return new SavedDraft(
                RequiredColumn.get(row, "code", String.class),
                RequiredColumn.get(row, "edition", UUID.class),
                RequiredColumn.get(row, "base_version", Integer.class),
                reader.readValue(RequiredColumn.get(row, "content", Json.class).asString()),
                RequiredColumn.get(row, "saved_at", Instant.class),
                RequiredColumn.get(row, "saved_by", String.class));
    }
}
