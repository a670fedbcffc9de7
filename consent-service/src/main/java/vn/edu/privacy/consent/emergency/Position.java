package vn.edu.privacy.consent.emergency;

/** As what somebody declares a use in an emergency. */
public enum Position {
    /** A system of the school, which answers for whoever works with it. */
    SCHOOL_SYSTEM,
    /** An officer of the school. */
    SCHOOL_OFFICER
}
