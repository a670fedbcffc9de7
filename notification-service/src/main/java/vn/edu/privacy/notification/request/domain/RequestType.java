package vn.edu.privacy.notification.request.domain;

/** What a person can ask for. */
public enum RequestType {
    /** Withdraw a consent. */
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
