package vn.edu.privacy.consent.checkpoint;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.checkpoint.domain.Checkpoint;
import vn.edu.privacy.consent.checkpoint.domain.HeadsTree;
import vn.edu.privacy.platform.signing.SigningKeys;

/**
 * Makes the next checkpoint when a chain has grown, and tells of it, in one transaction. What it seals it verifies first;
 * a ledger that was rewritten gets no signature (R-CON-10). Of several instances one does it.
 */
@Component
class MakeCheckpoint {
    private final R2dbcCheckpoints checkpoints;
    private final CheckpointEvents events;
    private final SigningKeys keys;
    private final TransactionalOperator transaction;
    private final Clock clock;

    MakeCheckpoint(
            R2dbcCheckpoints checkpoints,
            CheckpointEvents events,
            SigningKeys keys,
            TransactionalOperator transaction,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.events = events;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The new one; empty when nothing has changed or another instance is at it.
     *
     * @return fails with {@link LedgerRewritten} when the ledger contradicts itself or the checkpoint before
     */
    Mono<SignedCheckpoint> run() {
        return transaction.transactional(checkpoints
                .lease()
                .filter(held -> held)
                .flatMap(held -> checkpoints.newest().map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(this::next));
    }

    private Mono<SignedCheckpoint> next(Optional<SignedCheckpoint> before) {
        long number = before.map(SignedCheckpoint::number).orElse(0L) + 1;
        return checkpoints
                .carry(number)
                .flatMap(moved -> refuseRewritten(number).thenReturn(moved))
                .filter(moved -> moved > 0)
                .flatMap(moved -> checkpoints.leaves().collect(HeadsTree::new, HeadsTree::add))
                .map(HeadsTree::whole)
                .flatMap(tree -> keep(before, tree));
    }

    private Mono<Void> refuseRewritten(long number) {
        return checkpoints
                .contradictions(number)
                .flatMap(chains -> chains == 0 ? Mono.empty() : Mono.error(() -> new LedgerRewritten(chains)));
    }

    private Mono<SignedCheckpoint> keep(Optional<SignedCheckpoint> before, HeadsTree.Whole tree) {
        Checkpoint next = Checkpoint.after(
                before.map(SignedCheckpoint::number).orElse(0L),
                before.map(SignedCheckpoint::hash).orElse(Checkpoint.NONE),
                tree,
                clock.instant());
        SignedCheckpoint signed = new SignedCheckpoint(
                next.number(),
                next.madeAt(),
                next.chains(),
                next.root(),
                next.previous(),
                next.hash(),
                keys.sign(SignedCheckpoint.TYPE, next.text()));
        return checkpoints.keep(signed, tree.tiles()).then(events.made(signed)).thenReturn(signed);
    }
}
