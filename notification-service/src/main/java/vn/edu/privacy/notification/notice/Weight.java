package vn.edu.privacy.notification.notice;

/** Whether a person can do without a notice. */
enum Weight {
    /** The law asks for it, or a right depends on it: nobody can turn it off. */
    REQUIRED,
    /** A courtesy: who does not want it does not get it. */
    OPTIONAL;

    /** That of a kind. Nothing can be turned off unless it is said here. */
    static Weight of(NoticeKind kind) {
        return switch (kind) {
            case CAMPAIGN_REMINDER, CONSENT_EXPIRING -> OPTIONAL;
            default -> REQUIRED;
        };
    }
}
