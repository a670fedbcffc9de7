package vn.edu.privacy.notification.holder;

/** Why a holder does not do what it was told. */
public enum RefusalReason {
    /** It cannot tell who is meant. */
    UNKNOWN_STUDENT,
    /** A law has it keep or process the data (Decree 13 art. 16.2). */
    HELD_BY_LAW,
    /** It cannot be done technically (Law 91 art. 13.3, 14.5). */
    IMPOSSIBLE,
    /** What is to be put right is right. */
    DISPUTED
}
