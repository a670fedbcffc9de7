package vn.edu.privacy.consent.purpose;

/** The closed list of letter 8343 par. 2.4; commerce and advertising have no place in it (S-11). */
public enum PurposeCategory {
    /** Teaching, care and everything around it. */
    EDUCATION,
    /** Running the school. */
    MANAGEMENT,
    /** Duties of the sector's administration. */
    ADMINISTRATION
}
