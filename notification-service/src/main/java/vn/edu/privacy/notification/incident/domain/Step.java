package vn.edu.privacy.notification.incident.domain;

/** What the law and the letter ask for besides telling the authority. */
public enum Step {
    /** The minute that confirms the violation (R-BR-05). */
    MINUTE,
    /** The Department's Office was told (R-BR-13). */
    DEPARTMENT_TOLD,
    /** The officer of the processor at which it occurred was told; not where the processor told us (R-BR-02). */
    HOLDER_TOLD,
    /** The people concerned were told (R-BR-11). */
    PEOPLE_TOLD,
    /** A public notice stands on the portal, for those who could not be reached (R-BR-11). */
    PUBLIC_NOTICE
}
