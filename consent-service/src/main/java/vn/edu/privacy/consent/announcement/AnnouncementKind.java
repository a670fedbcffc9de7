package vn.edu.privacy.consent.announcement;

/** What people are told of. The names are those of the event {@code consent.notice.due.v1}. */
public enum AnnouncementKind {
    /** A campaign asks for answers. */
    CAMPAIGN_INVITATION,
    /** A campaign's deadline comes near and answers are missing. */
    CAMPAIGN_REMINDER,
    /** A birthday is near that changes who decides (R-CH-25). */
    BIRTHDAY_AHEAD,
    /** A guardian's relation ended or was suspended, or another fact of the student changed, and a consent ended with it. */
    RELATION_ENDED,
    /** The student is no longer at the school: what was agreed there does not hold at another. */
    TRANSFERRED,
    /** A MAJOR version of a notice asks again. */
    NOTICE_CHANGED,
    /** A consent ends soon. */
    CONSENT_EXPIRING,
    /** Guardians disagree; for officers (R-CH-22). */
    CONFLICT,
    /** A decision entered from paper waits for a second person; for officers. */
    PAPER_TO_CHECK,
    /** Data was used in an emergency without consent, and has to be judged; for officers (R-EXC-03). */
    EMERGENCY_USED,
    /** The student's data was used in an emergency without consent; for those whom it concerns (R-EXC-03). */
    USED_IN_EMERGENCY,
    /** The review of a use in an emergency is done; for those whom it concerns (R-EXC-03). */
    EMERGENCY_JUDGED,
    /** A representation entered from its document waits for a second person; for officers (R-CON-11). */
    REPRESENTATION_TO_CHECK,
    /** A second person found the document to say so; for who entered it. */
    REPRESENTATION_CONFIRMED,
    /** A second person found the document not to say so; for who entered it. */
    REPRESENTATION_REJECTED
}
