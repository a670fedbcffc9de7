package vn.edu.privacy.notification.incident.domain;

/** What a violation may harm: any of it and the authority is told under Law 91 art. 23.1 (R-BR-10). */
public enum Harm {
    /** National defence or security. */
    SECURITY,
    /** Social order and safety. */
    ORDER,
    /** Somebody's life or health. */
    LIFE_OR_HEALTH,
    /** Somebody's honour or dignity. */
    HONOUR_OR_DIGNITY,
    /** Somebody's property. */
    PROPERTY
}
