package vn.edu.privacy.consent.sharing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agreement under which data is shared (Decree 356/2025 art. 7.1, R-TR-01).
 *
 * @param reference number of the document
 * @param signedOn when it was signed
 * @param from the first day on which it holds
 * @param until the last day; open when absent
 * @param states what it states
 */
public record SharingAgreement(
        String reference,
        LocalDate signedOn,
        LocalDate from,
        @Nullable LocalDate until,
        Set<Content> states) {
    public SharingAgreement {
        states = Set.copyOf(states);
    }

    /** What it does not state though it must; data is shared only once nothing is missing. */
    public Set<Content> missing() {
        EnumSet<Content> missing = EnumSet.allOf(Content.class);
        missing.removeAll(states);
        return missing;
    }

    /** What every agreement must state. */
    public enum Content {
        /** What the data is for. */
        PURPOSE,
        /** About whom, and which kinds of data. */
        SUBJECTS_AND_TYPES,
        /** How long, and when it is deleted. */
        PERIOD_AND_DELETION,
        /** On which basis of law. */
        LEGAL_BASIS,
        /** How each side protects it. */
        PROTECTION,
        /** How each side serves the data subjects' rights. */
        RIGHTS,
        /** How they act together on violations. */
        VIOLATIONS
    }
}
