package vn.edu.privacy.notification.deadline;

/** Why the time to carry a request out cannot be extended. */
public final class ExtensionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ExtensionRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The reasons there are. */
    public enum Reason {
        /** The law allows one extension, and it was used (R-DL-01). */
        ALREADY_EXTENDED,
        /** What could be extended is done. */
        NOTHING_RUNS,
        /** The time has run out. */
        TOO_LATE,
        /** The law of the day of receipt knows no extension for such a request. */
        NOT_PROVIDED
    }
}
