package vn.edu.privacy.consent.checkpoint;

/** A chain is no longer what an earlier checkpoint, or its own entries, say. No checkpoint is made over such a ledger. */
final class LedgerRewritten extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LedgerRewritten(long chains) {
        super("the ledger was changed behind its back: " + chains
                + " chains contradict their entries or the checkpoint "
                + "before; no checkpoint is signed until this is explained");
    }
}
