package vn.edu.privacy.notification.access;

/** Why something that was gathered is not released. */
public final class ReleaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ReleaseRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    ReleaseRefused(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The reasons there are. */
    public enum Reason {
        /** Sensitive data is among it, and the officer approved the request (R-SEN-02). */
        SECOND_OFFICER_NEEDED,
        /** The officer has not looked at all of it. */
        NOT_REVIEWED,
        /** Everything that was gathered is released already. */
        NOTHING_TO_RELEASE,
        /** There is no such item in what waits. */
        UNKNOWN_ITEM,
        /** The item was taken out for good. */
        ITEM_IS_GONE,
        /** Words are to be left out, and no ground is given. */
        GROUND_NEEDED,
        /** Words to be left out do not stand in the item. */
        WORDS_NOT_FOUND,
        /** The holder was not asked. */
        UNKNOWN_HOLDER,
        /** The holder answered, or was settled already. */
        HOLDER_IS_OVER
    }
}
