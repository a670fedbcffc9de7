package vn.edu.privacy.notification.holder;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agreement under which a holder receives data; without one in force it receives none (Law 91 art. 37.2.a, R-ROLE-01).
 *
 * @param reference number of the document
 * @param signedOn when it was signed
 * @param from from when on it holds
 * @param until the last day, absent when none is set
 * @param states what it states
 */
public record Agreement(
        String reference,
        LocalDate signedOn,
        LocalDate from,
        @Nullable LocalDate until,
        Set<Content> states) {
    public Agreement {
        states = Set.copyOf(states);
    }

    /** Whether it states everything it must and holds on that day. */
    public boolean isActive(LocalDate day) {
        return states.containsAll(EnumSet.allOf(Content.class))
                && !signedOn.isAfter(day)
                && !from.isAfter(day)
                && (until == null || !until.isBefore(day));
    }

    /** What an agreement must state (Decree 356 art. 7.1, R-TR-01). */
    public enum Content {
        /** What the data is for. */
        PURPOSE,
        /** Whose and which data. */
        SUBJECTS_AND_TYPES,
        /** How long it is processed, and its deletion. */
        PERIOD_AND_DELETION,
        /** On which legal basis. */
        LEGAL_BASIS,
        /** Who protects it how. */
        PROTECTION,
        /** How the rights of the people are served. */
        RIGHTS,
        /** How both act on violations. */
        VIOLATIONS
    }
}
