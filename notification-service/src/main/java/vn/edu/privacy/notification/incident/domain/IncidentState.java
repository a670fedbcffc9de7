package vn.edu.privacy.notification.incident.domain;

/** The states of a violation, as they are named outside. */
public enum IncidentState {
    /** In the register; nobody has said yet what it may lead to. */
    DETECTED,
    /** The authority has to be told. */
    ASSESSED,
    /** No law that is kept asks for the authority to be told. */
    BELOW_THRESHOLD,
    /** The authority was told a part; more is to follow. */
    NOTIFIED_IN_PART,
    /** The authority was told all. */
    NOTIFIED,
    /** Put right; the file is kept from here on. */
    REMEDIED,
    /** Checked by a second person and closed. */
    CLOSED
}
