package vn.edu.privacy.notification.access;

/** A holder gave nothing that can be shown; it is asked again. */
final class UnusableAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnusableAnswer(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    UnusableAnswer(Reason reason, String what) {
        super(reason + ": " + what);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** What is wrong with it. */
    enum Reason {
        /** It could not be reached, or not in time. */
        NO_ANSWER,
        /** It answered that it does not give the data, or fails. */
        REFUSED,
        /** What it sent is not what the contract says. */
        UNREADABLE,
        /** What it sent is longer than the contract allows. */
        TOO_LARGE,
        /** What it sent is about another student. */
        WRONG_STUDENT
    }
}
