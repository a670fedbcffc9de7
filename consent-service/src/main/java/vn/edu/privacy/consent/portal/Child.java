package vn.edu.privacy.consent.portal;

import java.util.UUID;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * A student as one of the family sees it.
 *
 * @param facts what the roster knows
 * @param capacity in which the reader acts for the student today
 * @param person the reader
 * @param name as the sector database writes it
 * @param className the class today; empty when the student is at no school
 */
record Child(StudentFacts facts, Capacity capacity, UUID person, String name, String className) {
    /** The student's id; public for the templates. */
    public UUID id() {
        return facts.studentId();
    }

    /** The side that the reader decides for. */
    Side side() {
        return capacity == Capacity.SELF ? Side.STUDENT : Side.GUARDIAN;
    }
}
