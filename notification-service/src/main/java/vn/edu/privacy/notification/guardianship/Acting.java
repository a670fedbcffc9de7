package vn.edu.privacy.notification.guardianship;

/**
 * In what capacity a person acts for a student today.
 *
 * @param capacity SELF, FATHER, MOTHER, GUARDIAN, REPRESENTATIVE of a guardian or of an adult student, or OWN about the data of
 *     a person who is no student
 * @param schoolId the student's school, or the one that handles what the person asks about their own data
 */
public record Acting(String capacity, String schoolId) {
    private static final String REPRESENTATIVE = "REPRESENTATIVE";
    private static final String OWN = "OWN";

    /** By authorisation, so that the authority comes from a document. */
    static Acting representative(String schoolId) {
        return new Acting(REPRESENTATIVE, schoolId);
    }

    /** For oneself, without being a student: about one's own data. */
    static Acting own(String schoolId) {
        return new Acting(OWN, schoolId);
    }

    /** Whether the authority comes from a document. */
    public boolean isRepresentative() {
        return capacity.equals(REPRESENTATIVE);
    }
}
