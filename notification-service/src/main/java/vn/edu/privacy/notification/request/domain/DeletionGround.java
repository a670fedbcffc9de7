package vn.edu.privacy.notification.request.domain;

/** Why data is to be deleted (Decree 13 art. 16.1, Law 91 art. 14.1). */
public enum DeletionGround {
    /** It is no longer needed for what was agreed to, and possible damage is accepted (16.1.a). */
    NO_LONGER_NEEDED,
    /** Consent was withdrawn (16.1.b). */
    WITHDRAWN,
    /** The processing was objected to, and there is no good reason to go on (16.1.c). */
    OBJECTED,
    /** It was processed for something else than agreed, or unlawfully (16.1.d). */
    UNLAWFUL,
    /** The law has it deleted (16.1.đ). */
    REQUIRED_BY_LAW
}
