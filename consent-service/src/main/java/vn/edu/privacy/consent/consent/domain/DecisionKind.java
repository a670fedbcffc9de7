package vn.edu.privacy.consent.consent.domain;

/** What one party decided. */
public enum DecisionKind {
    /** Agreed (Decree 13 art. 11). */
    GIVEN,
    /** Did not agree. */
    REFUSED,
    /** Took an agreement back, one's own or another party's (art. 12, R-CH-04). */
    WITHDRAWN
}
