package vn.edu.privacy.notification.incident.domain;

/** The kinds of data that a violation touches, as far as the law tells them apart (Decree 356 art. 4). */
public enum DataKind {
    /** Name, date of birth, class, address and the like. */
    BASIC,
    /** Where somebody is or was; obliges to tell the people (R-BR-11). */
    LOCATION,
    /** Faces, fingerprints, voices as identification; obliges to tell the people (R-BR-11). */
    BIOMETRIC,
    /** Health. */
    HEALTH,
    /** Ethnic origin, religion, belief. */
    ORIGIN_OR_BELIEF,
    /** Private life and family. */
    PRIVATE_LIFE,
    /** Login data and images of identity papers. */
    IDENTITY,
    /** What somebody did in online services. */
    BEHAVIOUR
}
