package vn.edu.privacy.consent.consent.persistence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.Proof;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Walks a student's chain: every body says what its columns say, every hash follows from the one before it. */
final class LedgerProof implements Proof {
    private static final String CHAIN = "select * from decision where student_id = $1 order by seq";
    private static final String HEAD = "select seq, hash from ledger_head where student_id = $1";

    private final DatabaseClient database;
    private final JsonMapper json;

    LedgerProof(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Flux<Link> chain(UUID studentId) {
        return database.sql(CHAIN)
                .bind(0, studentId)
                .map(row -> new Link(
                        ConsentRows.entry(row),
                        RequiredColumn.get(row, "body", String.class),
                        hex(RequiredColumn.get(row, "prev_hash", byte[].class)),
                        hex(RequiredColumn.get(row, "body_hash", byte[].class)),
                        hex(RequiredColumn.get(row, "hash", byte[].class))))
                .all();
    }

    @Override
    public Mono<Verdict> verify(UUID studentId) {
        return chain(studentId)
                .scan(new Walk(0, hex(new byte[32]), 0), this::step)
                .takeUntil(walk -> walk.brokenAt() > 0)
                .last()
                .flatMap(walk -> head(studentId, walk));
    }

    private Walk step(Walk walk, Link link) {
        byte[] body = LedgerBody.sha256(link.body());
        byte[] hash = LedgerBody.link(HexFormat.of().parseHex(walk.hash()), body);
        boolean holds = link.entry().seq() == walk.entries() + 1
                && link.prevHash().equals(walk.hash())
                && link.bodyHash().equals(hex(body))
                && link.hash().equals(hex(hash))
                && LedgerBody.canonical(link.entry(), json).equals(link.body());
        return holds
                ? new Walk(walk.entries() + 1, hex(hash), 0)
                : new Walk(walk.entries(), walk.hash(), walk.entries() + 1);
    }

    /** The head must be where the chain ends; a chain cut short would otherwise pass. */
    private Mono<Verdict> head(UUID studentId, Walk walk) {
        Verdict verdict = new Verdict(walk.brokenAt() == 0, walk.entries(), walk.hash(), walk.brokenAt());
        return database.sql(HEAD)
                .bind(0, studentId)
                .map(row -> RequiredColumn.get(row, "seq", Long.class) == walk.entries()
                                && Arrays.equals(
                                        RequiredColumn.get(row, "hash", byte[].class),
                                        HexFormat.of().parseHex(walk.hash()))
                        ? verdict
                        : new Verdict(
                                false,
                                walk.entries(),
                                walk.hash(),
                                walk.brokenAt() > 0 ? walk.brokenAt() : walk.entries() + 1))
                .one()
                .defaultIfEmpty(verdict);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private record Walk(long entries, String hash, long brokenAt) {}
}
