package vn.edu.privacy.consent.roster;

/** In which capacity a person acts for a student. */
public enum Capacity {
    /** The student. */
    SELF,
    FATHER,
    MOTHER,
    /** A guardian under the Civil Code art. 46. */
    GUARDIAN
}
