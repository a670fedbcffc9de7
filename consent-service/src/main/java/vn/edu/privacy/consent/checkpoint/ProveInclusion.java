package vn.edu.privacy.consent.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.checkpoint.domain.ChainHead;
import vn.edu.privacy.consent.checkpoint.domain.HeadsTree;

/** Makes inclusion proofs under the newest checkpoint, from one snapshot: the next checkpoint may come meanwhile. */
@Component
class ProveInclusion implements Checkpoints {
    private static final HexFormat HEX = HexFormat.of();

    private final R2dbcCheckpoints checkpoints;
    private final R2dbcChains chains;
    private final TransactionalOperator snapshot;

    ProveInclusion(R2dbcCheckpoints checkpoints, R2dbcChains chains, ReactiveTransactionManager transactions) {
        this.checkpoints = checkpoints;
        this.chains = chains;
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        this.snapshot = TransactionalOperator.create(transactions, definition);
    }

    @Override
    public Mono<SignedCheckpoint> newest() {
        return checkpoints.newest();
    }

    @Override
    public Mono<Inclusion> inclusion(UUID studentId, long seq) {
        return snapshot.transactional(checkpoints
                .newest()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(newest -> under(newest, studentId, seq)));
    }

    private Mono<Inclusion> under(Optional<SignedCheckpoint> newest, UUID studentId, long seq) {
        Mono<Inclusion> pending = chains.has(studentId, seq)
                .filter(known -> known)
                .map(known ->
                        Inclusion.pending(newest.map(SignedCheckpoint::number).orElse(0L) + 1));
        return Mono.justOrEmpty(newest)
                .flatMap(checkpoint -> chains.leaf(studentId)
                        .filter(head -> head.seq() >= seq)
                        .flatMap(head -> prove(checkpoint, studentId, seq, head)))
                .switchIfEmpty(pending);
    }

    private Mono<Inclusion> prove(SignedCheckpoint checkpoint, UUID studentId, long seq, ChainHead head) {
        return Mono.zip(place(head), chains.links(studentId, seq, head.seq()).collectList())
                .filter(found -> found.getT2().size() == head.seq() - seq + 1)
                .map(found -> {
                    Place place = found.getT1();
                    R2dbcChains.Link own = found.getT2().getFirst();
                    return new Inclusion(
                            Inclusion.Status.INCLUDED,
                            null,
                            checkpoint,
                            new Inclusion.Entry(seq, own.prevHash(), own.bodyHash()),
                            found.getT2().stream()
                                    .skip(1)
                                    .map(R2dbcChains.Link::bodyHash)
                                    .toList(),
                            new Inclusion.Head(HEX.formatHex(head.subject()), head.seq(), HEX.formatHex(head.hash())),
                            place.index(),
                            place.path().stream().map(HEX::formatHex).toList());
                });
    }

    /** The tile's leaves and the other tiles' hashes are enough for a path. */
    private Mono<Place> place(ChainHead head) {
        return chains.tiles().collectList().flatMap(tiles -> {
            int tile = tileOf(head, tiles);
            return chains.leavesFrom(tiles.get(tile).firstSubject(), HeadsTree.TILE)
                    .collectList()
                    .map(leaves -> place(head, leaves, tiles, tile));
        });
    }

    private static Place place(ChainHead head, List<ChainHead> leaves, List<HeadsTree.Tile> tiles, int tile) {
        List<byte[]> hashes = new ArrayList<>(leaves.size());
        int index = -1;
        for (ChainHead leaf : leaves) {
            if (Arrays.equals(leaf.subject(), head.subject())) {
                index = hashes.size();
            }
            hashes.add(leaf.leaf());
        }
        List<byte[]> tileHashes = tiles.stream().map(HeadsTree.Tile::hash).toList();
        return new Place((long) tile * HeadsTree.TILE + index, HeadsTree.path(hashes, index, tileHashes, tile));
    }

    private static int tileOf(ChainHead head, List<HeadsTree.Tile> tiles) {
        int tile = 0;
        while (tile + 1 < tiles.size()
                && Arrays.compareUnsigned(tiles.get(tile + 1).firstSubject(), head.subject()) <= 0) {
            tile++;
        }
        return tile;
    }

    private record Place(long index, List<byte[]> path) {}
}
