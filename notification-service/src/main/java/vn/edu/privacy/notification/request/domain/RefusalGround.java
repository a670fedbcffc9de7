package vn.edu.privacy.notification.request.domain;

/** Why a request may be refused; a closed list. Which of them a kind of request knows, and its article, is law as data. */
public enum RefusalGround {
    /** It could harm defence, national security or public order (Decree 13 art. 14.4.a, 16.2.đ). */
    NATIONAL_SECURITY,
    /** It could harm the safety, life, health or property of others (art. 14.4.b, 16.2.e). */
    HARM_TO_OTHERS,
    /** The student or the family does not agree that the data is given to somebody else (art. 14.4.c). */
    SUBJECT_DISAGREES,
    /** Somebody else is to be given the data, and their written consent is not attached (art. 14.7). */
    NO_WRITTEN_CONSENT,
    /** Schools give no data to organisations outside the sector (letter 8343, section 3). */
    OUTSIDE_SECTOR,
    /** This unit cannot give it; the text says who can (art. 14.8.b). */
    NOT_COMPETENT,
    /** What is held is right as it is. */
    DATA_CORRECT,
    /** It cannot be done, for a good reason that the text names (Law 91 art. 13.3, 14.5). */
    NOT_POSSIBLE,
    /** A state agency processes it for its operation, school records that the law has kept among it (art. 16.2.b). */
    STATE_OPERATION,
    /** It was published as the law provides (art. 16.2.c). */
    PUBLISHED_BY_LAW,
    /** It serves legal requirements, research or statistics as the law provides (art. 16.2.d). */
    RESEARCH_STATISTICS,
    /** Another law forbids it; the text names the provision. */
    LAW_PROHIBITS,
    /** It was not proven that the requester is who they say. */
    IDENTITY_NOT_PROVEN,
    /** There is no consent of the requester's, or none any more, that could be withdrawn (Decree 13 art. 12, Law 91 art. 10.1). */
    NO_CONSENT,
    /** The requester does not represent the student, or not any more (Civil Code art. 140, Law 91 art. 24.2). */
    NO_AUTHORITY,
    /** The right is used to obstruct others (R-DL-06). */
    ABUSIVE
}
