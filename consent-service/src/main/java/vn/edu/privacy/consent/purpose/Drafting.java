package vn.edu.privacy.consent.purpose;

import vn.edu.privacy.consent.purpose.Publication.Refused;

/** What came of an officer's wish to save or discard a draft. */
sealed interface Drafting {
    /**
     * Saved.
     *
     * @param created whether there was no draft before
     */
    record Saved(DraftReview review, boolean created) implements Drafting {}

    /** Thrown away. */
    record Discarded() implements Drafting {}

    /** The rules say no. */
    record Not(Refused why) implements Drafting {}
}
