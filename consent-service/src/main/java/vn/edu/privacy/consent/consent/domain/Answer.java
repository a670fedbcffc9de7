package vn.edu.privacy.consent.consent.domain;

/** What a school is told. */
public enum Answer {
    /** It may collect and use. */
    PERMIT,
    /** It may not. */
    DENY,
    /** What is there may be stored, nothing else (Decree 13 art. 9.6). */
    RESTRICTED
}
