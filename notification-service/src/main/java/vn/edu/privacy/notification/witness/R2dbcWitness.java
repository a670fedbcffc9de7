package vn.edu.privacy.notification.witness;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was heard and what looking at it found, in PostgreSQL; nothing in it changes or goes. */
@Repository
class R2dbcWitness {
    private static final String KEEP = """
            insert into checkpoint_witness (number, hash, previous, signed, heard_at)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";
    private static final String NOTE = """
            insert into checkpoint_verdict (number, hash, signature, verdict, at)
            values ($1, $2, md5($3), $4, $5) on conflict do nothing""";
    /** The final word, else the newest one. */
    private static final String FOUND = """
            select h.number, h.hash, h.previous, h.signed, h.heard_at, v.verdict
            from checkpoint_witness h
            left join lateral (
                select verdict from checkpoint_verdict v
                where v.number = h.number and v.hash = h.hash and v.signature = h.signature
                order by verdict in ('VERIFIED', 'FORGED') desc, at desc limit 1) v on true
            """;

    private static final String OF_NUMBER =
            FOUND + "where h.number = $1 and v.verdict is not null order by h.heard_at, h.hash, h.signature";
    private static final String OPEN = FOUND + """
            where v.verdict is null or v.verdict not in ('VERIFIED', 'FORGED')
            order by h.heard_at desc, h.number, h.hash limit $1""";
    private static final String WITNESSED = """
            select 1 from checkpoint_witness h join checkpoint_verdict v using (number, hash, signature)
            where v.verdict = 'VERIFIED' and number =""";
    private static final String CONTRADICTED = "select exists (" + WITNESSED + " $1 and hash <> $2)"
            + " or exists (" + WITNESSED + " $1 - 1)"
            + " and not exists (" + WITNESSED + " $1 - 1 and hash = $3) as contradicted";

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

    /** Keeps what looking found; false when that was kept before. */
    Mono<Boolean> note(WitnessedCheckpoint heard, Verdict verdict, Instant at) {
        return database.sql(NOTE)
                .bind(0, heard.number())
                .bind(1, heard.hash())
                .bind(2, heard.signed())
                .bind(3, verdict.name())
                .bind(4, at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether another one of that number was witnessed, or one before it that it does not name. */
    Mono<Boolean> contradicted(WitnessedCheckpoint heard) {
        return database.sql(CONTRADICTED)
                .bind(0, heard.number())
                .bind(1, heard.hash())
                .bind(2, heard.previous())
                .map(row -> get(row, "contradicted", Boolean.class))
                .one();
    }

    /** Those that may yet be verified, the newest first. */
    Flux<WitnessedCheckpoint> open(int atMost) {
        return database.sql(OPEN).bind(0, atMost).map(R2dbcWitness::heard).all();
    }

    /** All that were looked at under one number, the first one first. */
    Flux<Found> of(long number) {
        return database.sql(OF_NUMBER)
                .bind(0, number)
                .map(row -> new Found(heard(row), Verdict.valueOf(get(row, "verdict", String.class))))
                .all();
    }

    private static WitnessedCheckpoint heard(Readable row) {
        return new WitnessedCheckpoint(
                get(row, "number", Long.class),
                get(row, "hash", String.class),
                get(row, "previous", String.class),
                get(row, "signed", String.class),
                get(row, "heard_at", Instant.class));
    }

    /**
     * One that was heard, and what looking at its signature found.
     *
     * @param heard the checkpoint
     * @param verdict what was found
     */
    record Found(WitnessedCheckpoint heard, Verdict verdict) {}
}
