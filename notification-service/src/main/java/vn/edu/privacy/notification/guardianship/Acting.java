package vn.edu.privacy.notification.guardianship;

/**
 * In what capacity a person acts for a student today.
 *
 * @param capacity SELF, FATHER, MOTHER, GUARDIAN, or REPRESENTATIVE of a guardian or of an adult student
 * @param schoolId the student's school
 */
public record Acting(String capacity, String schoolId) {}
