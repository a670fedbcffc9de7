package vn.edu.privacy.notification.notice;

/** What a notice tells of. */
public enum NoticeKind {
    /** A request was received. */
    REQUEST_RECEIVED,
    /** A withdrawal is in effect: nothing is collected any more. */
    WITHDRAWAL_IN_EFFECT,
    /** A withdrawal could not be put into effect; an officer looks at it. */
    WITHDRAWAL_NOT_IN_EFFECT,
    /** Every holder and recipient has stopped. */
    WITHDRAWAL_COMPLETED,
    /** A request to see data was approved. */
    ACCESS_APPROVED,
    /** The data can be seen, for a time. */
    ACCESS_AVAILABLE,
    /** A request was refused, with a ground. */
    REQUEST_REFUSED,
    /** The deadline was extended, once, with a reason. */
    REQUEST_EXTENDED
}
