package vn.edu.privacy.consent.portal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.roster.Acting;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Mandate;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * A student as one of the family sees it.
 *
 * @param facts what the roster knows
 * @param acting as whom the reader acts for the student today
 * @param name as the sector database writes it
 * @param className the class today; empty when the student is at no school
 */
record Child(StudentFacts facts, Acting acting, String name, String className) {
    /** The student's id; public for the templates. */
    public UUID id() {
        return facts.studentId();
    }

    /** The capacity of the party that the reader decides for; public for the templates. */
    public Capacity capacity() {
        return acting.capacity();
    }

    /** By what the reader represents that party; null for the party itself. Public for the templates. */
    public @Nullable Mandate mandate() {
        return acting.mandate();
    }

    /** The last day of the mandate; null for the party itself. Public for the templates. */
    public @Nullable LocalDate representsUntil() {
        Mandate mandate = acting.mandate();
        return mandate == null ? null : mandate.until().minusDays(1);
    }

    /** The reader. */
    UUID person() {
        return acting.person();
    }

    /** Whose decisions the reader makes. */
    UUID party() {
        return acting.party();
    }

    /** The side that the reader decides for. */
    Side side() {
        return capacity() == Capacity.SELF ? Side.STUDENT : Side.GUARDIAN;
    }
}
