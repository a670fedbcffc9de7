package vn.edu.privacy.consent.checkpoint;

import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The ledger for who inspects it, as lines of JSON whose every byte {@code verify-ledger} holds to the checkpoint: a head
 * line, the signed checkpoints, the entries that the newest one covers, and a last line that tells a cut. Streamed from one
 * snapshot.
 */
@Component
class ExportLedger {
    private static final HexFormat HEX = HexFormat.of();

    private final R2dbcCheckpoints checkpoints;
    private final R2dbcChains chains;
    private final Checkpoints proofs;
    private final TransactionalOperator snapshot;

    ExportLedger(
            R2dbcCheckpoints checkpoints,
            R2dbcChains chains,
            Checkpoints proofs,
            ReactiveTransactionManager transactions) {
        this.checkpoints = checkpoints;
        this.chains = chains;
        this.proofs = proofs;
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        this.snapshot = TransactionalOperator.create(transactions, definition);
    }

    /** Whether there is a checkpoint. */
    Mono<Boolean> begun() {
        return checkpoints.newest().hasElement();
    }

    /** Whether a checkpoint covers something of the student. */
    Mono<Boolean> covers(UUID studentId) {
        return chains.leaf(studentId).hasElement();
    }

    /**
     * All chains, as hashes only.
     *
     * @param since the first checkpoint wanted
     * @return empty before the first checkpoint
     */
    Flux<String> all(long since) {
        return snapshot.transactional(checkpoints.newest().flatMapMany(newest -> {
            AtomicLong entries = new AtomicLong();
            return Flux.concat(
                    Mono.just(head(newest)),
                    checkpoints.from(Math.min(since, newest.number())).map(ExportLedger::signed),
                    chains.allEntries().map(entry -> line(entry, "")).doOnNext(line -> entries.incrementAndGet()),
                    Mono.fromSupplier(() -> end(entries.get(), newest.chains())));
        }));
    }

    /** One student's chain with what is hashed in each entry; empty when no checkpoint covers any of it. */
    Flux<String> one(UUID studentId) {
        return snapshot.transactional(chains.leaf(studentId)
                .flatMap(leaf -> proofs.inclusion(studentId, leaf.seq()))
                .flatMapMany(proof -> {
                    SignedCheckpoint newest = Objects.requireNonNull(proof.checkpoint());
                    AtomicLong entries = new AtomicLong();
                    return Flux.concat(
                            Mono.just(head(newest)),
                            Mono.just(signed(newest)),
                            Mono.just(path(proof)),
                            chains.entriesOf(studentId)
                                    .map(entry -> line(entry, ",\"content\":" + entry.body()))
                                    .doOnNext(line -> entries.incrementAndGet()),
                            Mono.fromSupplier(() -> end(entries.get(), 1)));
                }));
    }

    private static String head(SignedCheckpoint newest) {
        return "{\"ledger\":\"vn.edu.privacy/1\",\"checkpoint\":" + newest.number() + "}\n";
    }

    private static String signed(SignedCheckpoint checkpoint) {
        return "{\"signed\":\"" + checkpoint.signed() + "\"}\n";
    }

    private static String path(Inclusion proof) {
        return Objects.requireNonNull(proof.path()).stream()
                .collect(Collectors.joining("\",\"", "{\"leaf\":" + proof.leafIndex() + ",\"path\":[\"", "\"]}\n"))
                .replace("[\"\"]", "[]");
    }

    private static String line(R2dbcChains.Entry entry, String content) {
        return "{\"subject\":\"" + HEX.formatHex(entry.subject()) + "\",\"seq\":" + entry.seq() + ",\"body\":\""
                + entry.bodyHash() + "\",\"hash\":\"" + entry.hash() + "\"" + content + "}\n";
    }

    private static String end(long entries, long chains) {
        return "{\"entries\":" + entries + ",\"chains\":" + chains + "}\n";
    }
}
