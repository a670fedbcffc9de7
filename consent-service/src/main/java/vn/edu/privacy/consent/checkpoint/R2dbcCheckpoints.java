package vn.edu.privacy.consent.checkpoint;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.checkpoint.domain.ChainHead;
import vn.edu.privacy.consent.checkpoint.domain.HeadsTree;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Checkpoints, and the leaves and tiles of the newest one, in PostgreSQL. */
@Repository
class R2dbcCheckpoints {
    private static final long LOCK = 0x636865636B706FL;

    private static final String LEASE = "select pg_try_advisory_xact_lock($1)";
    private static final String SELECT = "select number, made_at, chains, root, previous, hash, jws from checkpoint ";

    /**
     * The only statement that reads the heads: everything after it reads the leaves, which nobody else writes. A head
     * without entries only puts writers in line; it is no chain yet.
     */
    private static final String CARRY = """
            insert into checkpoint_leaf (student_id, subject, seq, hash, since)
            select h.student_id, sha256(uuid_send(h.student_id)), h.seq, h.hash, $1
            from ledger_head h left join checkpoint_leaf l on l.student_id = h.student_id
            where (l.student_id is null and h.seq > 0) or l.seq <> h.seq or l.hash <> h.hash
            on conflict (student_id) do update set
                previous_seq = checkpoint_leaf.seq, previous_hash = checkpoint_leaf.hash,
                seq = excluded.seq, hash = excluded.hash, since = excluded.since""";

    /**
     * Chains that end without their head, went back, or whose new entries do not lead from the leaf before to the new
     * one, link by link and body by body.
     */
    private static final String CONTRADICTIONS = """
            select count(*) from checkpoint_leaf l
            where not exists (select 1 from ledger_head h where h.student_id = l.student_id)
            or l.since = $1 and (
                l.seq <= coalesce(l.previous_seq, 0)
                or not exists (
                    select 1 from decision d
                    where d.student_id = l.student_id and d.seq = l.seq and d.hash = l.hash)
                or l.seq - coalesce(l.previous_seq, 0) <> (
                    select count(*)
                    from decision d left join decision p on p.student_id = d.student_id and p.seq = d.seq - 1
                    where d.student_id = l.student_id and d.seq > coalesce(l.previous_seq, 0) and d.seq <= l.seq
                    and d.body_hash = sha256(convert_to(d.body, 'UTF8'))
                    and d.hash = sha256(d.prev_hash || d.body_hash)
                    and d.prev_hash = coalesce(p.hash, decode(repeat('00', 32), 'hex'))
                    and (d.seq <> l.previous_seq + 1 or d.prev_hash = l.previous_hash) is not false))""";

    private static final String LEAVES = "select subject, seq, hash from checkpoint_leaf order by subject";
    private static final String FORGET_TILES = "delete from checkpoint_tile";
    private static final String TILES = """
            insert into checkpoint_tile (number, tile, first_subject, hash)
            select $1, n, decode(s, 'hex'), decode(h, 'hex')
            from unnest($2::text[], $3::text[]) with ordinality as t (s, h, n)""";
    private static final String INSERT = """
            insert into checkpoint (number, made_at, chains, root, previous, hash, jws)
            values ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), decode($6, 'hex'), $7)""";
    private static final HexFormat HEX = HexFormat.of();

    private final DatabaseClient database;

    R2dbcCheckpoints(DatabaseClient database) {
        this.database = database;
    }

    /** Of all instances one at a time gets true, until its transaction ends. */
    Mono<Boolean> lease() {
        return database.sql(LEASE)
                .bind(0, LOCK)
                .map(row -> get(row, 0, Boolean.class))
                .one();
    }

    /** The newest one; empty before the first. */
    Mono<SignedCheckpoint> newest() {
        return database.sql(SELECT + "order by number desc limit 1")
                .map(R2dbcCheckpoints::checkpoint)
                .one();
    }

    /** That one; empty when there is none. */
    Mono<SignedCheckpoint> find(long number) {
        return database.sql(SELECT + "where number = $1")
                .bind(0, number)
                .map(R2dbcCheckpoints::checkpoint)
                .one();
    }

    /** All from that number on, in order. */
    Flux<SignedCheckpoint> from(long number) {
        return database.sql(SELECT + "where number >= $1 order by number")
                .bind(0, number)
                .map(R2dbcCheckpoints::checkpoint)
                .all();
    }

    /** Brings the leaves up to the heads, in the name of the next checkpoint; how many moved. */
    Mono<Long> carry(long number) {
        return database.sql(CARRY).bind(0, number).fetch().rowsUpdated();
    }

    /** How many chains are not what they were, or do not hold. */
    Mono<Long> contradictions(long number) {
        return database.sql(CONTRADICTIONS)
                .bind(0, number)
                .map(row -> get(row, 0, Long.class))
                .one();
    }

    /** All leaves in the order of the tree, one at a time. */
    Flux<ChainHead> leaves() {
        return database.sql(LEAVES).map(R2dbcCheckpoints::head).all();
    }

    Mono<Void> keep(SignedCheckpoint checkpoint, List<HeadsTree.Tile> tiles) {
        return database.sql(INSERT)
                .bind(0, checkpoint.number())
                .bind(1, checkpoint.madeAt())
                .bind(2, checkpoint.chains())
                .bind(3, checkpoint.root())
                .bind(4, checkpoint.previous())
                .bind(5, checkpoint.hash())
                .bind(6, checkpoint.signed())
                .then()
                .then(database.sql(FORGET_TILES).then())
                .then(database.sql(TILES)
                        .bind(0, checkpoint.number())
                        .bind(
                                1,
                                tiles.stream()
                                        .map(tile -> HEX.formatHex(tile.firstSubject()))
                                        .toArray(String[]::new))
                        .bind(
                                2,
                                tiles.stream()
                                        .map(tile -> HEX.formatHex(tile.hash()))
                                        .toArray(String[]::new))
                        .then());
    }

    static ChainHead head(Readable row) {
        return new ChainHead(
                RequiredColumn.get(row, "subject", byte[].class),
                RequiredColumn.get(row, "seq", Long.class),
                RequiredColumn.get(row, "hash", byte[].class));
    }

    static SignedCheckpoint checkpoint(Readable row) {
        return new SignedCheckpoint(
                RequiredColumn.get(row, "number", Long.class),
                RequiredColumn.get(row, "made_at", Instant.class),
                RequiredColumn.get(row, "chains", Long.class),
                HEX.formatHex(RequiredColumn.get(row, "root", byte[].class)),
                HEX.formatHex(RequiredColumn.get(row, "previous", byte[].class)),
                HEX.formatHex(RequiredColumn.get(row, "hash", byte[].class)),
                RequiredColumn.get(row, "jws", String.class));
    }

    private static <T> T get(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
