package vn.edu.privacy.consent.checkpoint;

import io.r2dbc.spi.Readable;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.checkpoint.domain.ChainHead;
import vn.edu.privacy.consent.checkpoint.domain.HeadsTree;
import vn.edu.privacy.platform.database.RequiredColumn;

/** What a proof is made of: links of one chain, and the tree of the newest checkpoint. */
@Repository
class R2dbcChains {
    private static final String HAS =
            "select exists (select 1 from decision where student_id = $1 and seq = $2) as known";
    private static final String LEAF = "select subject, seq, hash from checkpoint_leaf where student_id = $1";
    private static final String LINKS = """
            select seq, prev_hash, body_hash from decision
            where student_id = $1 and seq between $2 and $3 order by seq""";
    private static final String TILES = "select first_subject, hash from checkpoint_tile order by number, tile";
    private static final String LEAVES =
            "select subject, seq, hash from checkpoint_leaf where subject >= $1 order by subject limit $2";
    private static final String ENTRIES = """
            select l.subject, d.seq, d.body_hash, d.hash, d.body
            from checkpoint_leaf l join decision d on d.student_id = l.student_id and d.seq <= l.seq
            """;
    private static final HexFormat HEX = HexFormat.of();

    private final DatabaseClient database;

    R2dbcChains(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> has(UUID studentId, long seq) {
        return database.sql(HAS)
                .bind(0, studentId)
                .bind(1, seq)
                .map(row -> RequiredColumn.get(row, "known", Boolean.class))
                .one();
    }

    /** Where the student's chain ended at the newest checkpoint; empty when it had not begun. */
    Mono<ChainHead> leaf(UUID studentId) {
        return database.sql(LEAF).bind(0, studentId).map(R2dbcCheckpoints::head).one();
    }

    Flux<Link> links(UUID studentId, long from, long to) {
        return database.sql(LINKS)
                .bind(0, studentId)
                .bind(1, from)
                .bind(2, to)
                .map(row -> new Link(
                        RequiredColumn.get(row, "seq", Long.class),
                        HEX.formatHex(RequiredColumn.get(row, "prev_hash", byte[].class)),
                        HEX.formatHex(RequiredColumn.get(row, "body_hash", byte[].class))))
                .all();
    }

    /** The tiles of the newest checkpoint, in order. */
    Flux<HeadsTree.Tile> tiles() {
        return database.sql(TILES)
                .map(row -> new HeadsTree.Tile(
                        RequiredColumn.get(row, "first_subject", byte[].class),
                        RequiredColumn.get(row, "hash", byte[].class)))
                .all();
    }

    /** Neighbouring leaves from a subject on. */
    Flux<ChainHead> leavesFrom(byte[] subject, int atMost) {
        return database.sql(LEAVES)
                .bind(0, subject)
                .bind(1, atMost)
                .map(R2dbcCheckpoints::head)
                .all();
    }

    /** What the newest checkpoint covers, in the order of its leaves. */
    Flux<Entry> allEntries() {
        return database.sql(ENTRIES + "order by l.subject, d.seq")
                .map(R2dbcChains::entry)
                .all();
    }

    /** The same of one student. */
    Flux<Entry> entriesOf(UUID studentId) {
        return database.sql(ENTRIES + "where l.student_id = $1 order by d.seq")
                .bind(0, studentId)
                .map(R2dbcChains::entry)
                .all();
    }

    private static Entry entry(Readable row) {
        return new Entry(
                RequiredColumn.get(row, "subject", byte[].class),
                RequiredColumn.get(row, "seq", Long.class),
                HEX.formatHex(RequiredColumn.get(row, "body_hash", byte[].class)),
                HEX.formatHex(RequiredColumn.get(row, "hash", byte[].class)),
                RequiredColumn.get(row, "body", String.class));
    }

    /** An entry that a checkpoint covers, hashes in hexadecimal, with what is hashed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(byte[] subject, long seq, String bodyHash, String hash, String body) {}

    /** A link, hashes in hexadecimal. */
    record Link(long seq, String prevHash, String bodyHash) {}
}
