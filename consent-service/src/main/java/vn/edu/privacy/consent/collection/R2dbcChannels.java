package vn.edu.privacy.consent.collection;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.collection.CollectionChannel.Kind;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** The register of channels in PostgreSQL; the checks' statement reads it there too. */
@Repository
class R2dbcChannels {
    private final DatabaseClient database;

    R2dbcChannels(DatabaseClient database) {
        this.database = database;
    }

    /** One, which nobody else changes until the transaction ends. */
    Mono<CollectionChannel> lock(String code) {
        return database.sql("select * from collection_channel where code = :code for update")
                .bind("code", code)
                .map(R2dbcChannels::channel)
                .one();
    }

    /** Keeps a channel, new or changed; since when it may be used stays. */
    Mono<Void> keep(CollectionChannel channel, String by) {
        return Params.of(database.sql("""
                        insert into collection_channel (code, school_id, kind, name_vi, name_en, host, registered_by,
                            registered_at)
                        values (:code, :school, :kind, :vi, :en, :host, :by, :at)
                        on conflict (code) do update set kind = excluded.kind, name_vi = excluded.name_vi,
                            name_en = excluded.name_en, host = excluded.host, registered_by = excluded.registered_by"""))
                .bind("code", channel.code())
                .bind("school", channel.schoolId(), String.class)
                .bind("kind", channel.kind().name())
                .bind("vi", channel.name().getOrDefault("vi", ""))
                .bind("en", channel.name().getOrDefault("en", ""))
                .bind("host", channel.host(), String.class)
                .bind("by", by)
                .bind("at", channel.registeredAt())
                .rowsUpdated()
                .then();
    }

    Mono<Void> end(String code, String by, Instant at) {
        return database.sql("update collection_channel set ended_at = :at, ended_by = :by where code = :code")
                .bind("code", code)
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    /** Those that a school may use, ended ones last; every one when no school is named. */
    Flux<CollectionChannel> list(@Nullable String schoolId) {
        return Params.of(database.sql("""
                        select * from collection_channel
                        where cast(:school as text) is null or school_id is null or school_id = :school
                        order by ended_at is not null, school_id nulls first, code limit 1000"""))
                .bind("school", schoolId, String.class)
                .statement()
                .map(R2dbcChannels::channel)
                .all();
    }

    private static CollectionChannel channel(Readable row) {
        return new CollectionChannel(
                RequiredColumn.get(row, "code", String.class),
                row.get("school_id", String.class),
                Kind.valueOf(RequiredColumn.get(row, "kind", String.class)),
                Map.of(
                        "vi", RequiredColumn.get(row, "name_vi", String.class),
                        "en", RequiredColumn.get(row, "name_en", String.class)),
                row.get("host", String.class),
                RequiredColumn.get(row, "registered_at", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
