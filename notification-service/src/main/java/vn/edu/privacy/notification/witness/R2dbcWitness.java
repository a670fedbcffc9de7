package vn.edu.privacy.notification.witness;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was heard, in PostgreSQL; nothing in it changes or goes. */
@Repository
class R2dbcWitness {
    private static final String KEEP = """
            insert into checkpoint_witness (number, hash, previous, signed, heard_at)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";
    private static final String OF_NUMBER = """
            select number, hash, previous, signed, heard_at from checkpoint_witness
            where number = $1 order by heard_at, hash""";
    private static final String CONTRADICTED = """
            select exists (select 1 from checkpoint_witness where number = $1 and hash <> $2)
                or exists (select 1 from checkpoint_witness where number = $1 - 1)
                    and not exists (select 1 from checkpoint_witness where number = $1 - 1 and hash = $3) as contradicted""";

    private final DatabaseClient database;

    R2dbcWitness(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(WitnessedCheckpoint heard) {
        return database.sql(KEEP)
                .bind(0, heard.number())
                .bind(1, heard.hash())
                .bind(2, heard.previous())
                .bind(3, heard.signed())
                .bind(4, heard.heardAt())
                .then();
    }

    /** Whether another one of that number was heard of, or one before it that it does not name. */
    Mono<Boolean> contradicted(WitnessedCheckpoint heard) {
        return database.sql(CONTRADICTED)
                .bind(0, heard.number())
                .bind(1, heard.hash())
                .bind(2, heard.previous())
                .map(row -> get(row, "contradicted", Boolean.class))
                .one();
    }

    /** All that were heard under one number, the first one first. */
    Flux<WitnessedCheckpoint> of(long number) {
        return database.sql(OF_NUMBER)
                .bind(0, number)
                .map(row -> new WitnessedCheckpoint(
                        get(row, "number", Long.class),
                        get(row, "hash", String.class),
                        get(row, "previous", String.class),
                        get(row, "signed", String.class),
                        get(row, "heard_at", Instant.class)))
                .all();
    }
}
