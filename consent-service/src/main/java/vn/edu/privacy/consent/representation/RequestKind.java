package vn.edu.privacy.consent.representation;

/** Kinds of requests about data that an authorisation may be limited to (Civil Code art. 141). */
public enum RequestKind {
    /** Withdraw consent. */
    WITHDRAW,
    /** See the data held. */
    ACCESS,
    /** Be given the data held. */
    PROVIDE,
    /** Have data corrected. */
    RECTIFY,
    /** Have data deleted. */
    DELETE,
    /** Have processing restricted. */
    RESTRICT,
    /** Object to processing. */
    OBJECT,
    /** Complain. */
    COMPLAIN
}
