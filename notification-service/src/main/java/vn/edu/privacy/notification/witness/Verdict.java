package vn.edu.privacy.notification.witness;

/** What looking at a checkpoint's signature found. */
enum Verdict {
    /** The ledger signed it: it is witnessed. */
    VERIFIED,
    /** The ledger did not sign it, or not what the event says. */
    FORGED,
    /** It names a key that the ledger does not publish; perhaps not yet. */
    KEY_UNKNOWN,
    /** The ledger's keys could not be read. */
    KEYS_AWAY;

    /** Whether looking again can find nothing else. */
    boolean isFinal() {
        return this == VERIFIED || this == FORGED;
    }
}
