package vn.edu.privacy.consent.purpose;

import java.time.Instant;

/** Where a version of a purpose stands: draft, published, superseded, retired; never back. */
sealed interface PurposeState {
    /** Since when it stands so. */
    Instant since();

    /** Its name in the API. */
    default String name() {
        return switch (this) {
            case Draft draft -> "DRAFT";
            case Published published -> "PUBLISHED";
            case Superseded superseded -> "SUPERSEDED";
            case Retired retired -> "RETIRED";
        };
    }

    /** Being written: it may change or be discarded, and nobody but officers sees it. */
    record Draft(Instant since) implements PurposeState {}

    /** In force. */
    record Published(Instant since) implements PurposeState {}

    /**
     * A later version is in force.
     *
     * @param by that took its place
     */
    record Superseded(Instant since, int by) implements PurposeState {}

    /** It was in force when the purpose ended. */
    record Retired(Instant since) implements PurposeState {}
}
