package vn.edu.privacy.consent.emergency;

/** What the review of a use in an emergency found. */
public enum Outcome {
    /** It was an emergency, and no more data was used than it called for. */
    JUSTIFIED,
    /** It was not; the school answers for it. */
    NOT_JUSTIFIED
}
