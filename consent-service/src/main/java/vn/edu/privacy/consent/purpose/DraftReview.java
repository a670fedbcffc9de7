package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.edu.privacy.consent.purpose.Publication.Refused;

/**
 * A draft, with what it still lacks and what it would change.
 *
 * @param draft as it was last saved
 * @param inForce the version that it would replace; empty for a new purpose
 * @param refusals every rule that it breaks
 * @param difference from the version in force; nothing for a new purpose
 */
record DraftReview(
        SavedDraft draft, Optional<PublishedPurpose> inForce, List<Refused> refusals, PurposeDifference difference) {

    /**
     * Measures a draft.
     *
     * @param today in Asia/Ho_Chi_Minh
     */
    static DraftReview of(SavedDraft draft, Optional<PublishedPurpose> inForce, LocalDate today) {
        return new DraftReview(
                draft,
                inForce,
                PurposeRules.refusals(draft.content(), today),
                inForce.map(version -> PurposeDifference.between(PurposeDraft.of(version.content()), draft.content()))
                        .orElse(new PurposeDifference(List.of())));
    }

    /** Whether another version came into force since it was saved, so that publishing it would undo that one unseen. */
    public boolean outdated() {
        return inForce.map(PublishedPurpose::version).orElse(0) != draft.baseVersion();
    }

    /** Whether it may only be published as a MAJOR version; the first one always is. */
    public boolean major() {
        return inForce.isEmpty() || difference.asksAgain();
    }

    /** Every item that is missing, by its place in the body. */
    public List<String> missing() {
        return PurposeRules.missing(draft.content());
    }

    /** Whether it may be published now. */
    public boolean publishable() {
        return refusals.isEmpty() && !outdated();
    }
}
