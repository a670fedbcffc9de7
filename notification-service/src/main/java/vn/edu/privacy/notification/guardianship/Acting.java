package vn.edu.privacy.notification.guardianship;

/**
 * In what capacity a person acts for a student today.
 *
 * @param capacity SELF, FATHER, MOTHER, GUARDIAN, or REPRESENTATIVE of a guardian or of an adult student
 * @param schoolId the student's school
 */
public record Acting(String capacity, String schoolId) {
    private static final String REPRESENTATIVE = "REPRESENTATIVE";

    /** By authorisation, so that the authority comes from a document. */
    static Acting representative(String schoolId) {
        return new Acting(REPRESENTATIVE, schoolId);
    }

    /** Whether the authority comes from a document. */
    public boolean isRepresentative() {
        return capacity.equals(REPRESENTATIVE);
    }
}
