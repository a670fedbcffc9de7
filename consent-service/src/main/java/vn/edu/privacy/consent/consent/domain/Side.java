package vn.edu.privacy.consent.consent.domain;

/** Who must decide, as the rules see it: all guardians together are one side. */
public enum Side {
    /** The student. */
    STUDENT,
    /** Father, mother or guardian, of whom one suffices (R-CH-22). */
    GUARDIAN
}
