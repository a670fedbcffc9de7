package vn.edu.privacy.platform.messaging;

/** A message that is no event of ours; trying again cannot help, so it goes to the dead letters at once. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, which must hold no personal data: it becomes a header of the dead letter. */
    public UnreadableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** With the reason, which must hold no personal data: it becomes a header of the dead letter. */
    public UnreadableEvent(String reason) {
        super(reason);
    }
}
