package vn.edu.privacy.notification.notice;

/** How fast a notice leaves the house. The inbox has it at once in any case. */
enum Urgency {
    /** At once, by night too. */
    URGENT,
    /** At once, but not in a person's quiet hours. */
    PROMPT,
    /** Together with what else is told in a while, and not in a person's quiet hours. */
    GATHERED;

    /** That of a kind. Nobody is woken, and nothing waits, unless it is said here. */
    static Urgency of(NoticeKind kind) {
        return switch (kind) {
            // people may have to protect themselves (R-BR-11)
            case INCIDENT -> URGENT;
            case CAMPAIGN_INVITATION,
                    CAMPAIGN_REMINDER,
                    BIRTHDAY_AHEAD,
                    RELATION_ENDED,
                    TRANSFERRED,
                    NOTICE_CHANGED,
                    CONSENT_EXPIRING -> GATHERED;
            default -> PROMPT;
        };
    }
}
