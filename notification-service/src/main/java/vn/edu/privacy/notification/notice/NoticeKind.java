package vn.edu.privacy.notification.notice;

/**
 * What a notice tells of. A new kind is one constant here, with {@code notice.KIND.title} and {@code .text} in both bundles
 * ({@code NoticeTextsTest} misses what is missing): pages, channels, previews and wordings kept by version follow. It
 * leaves promptly and cannot be turned off, unless {@link Urgency} or {@link Weight} says otherwise of it.
 */
public enum NoticeKind {
    /** A request was received. */
    REQUEST_RECEIVED,
    /** Somebody else asked for the same as an open request, and was joined to it. */
    REQUEST_JOINED,
    /** A withdrawal is in effect: nothing is collected any more. */
    WITHDRAWAL_IN_EFFECT,
    /** A withdrawal could not be put into effect; an officer looks at it. */
    WITHDRAWAL_NOT_IN_EFFECT,
    /** Every holder and recipient has stopped. */
    WITHDRAWAL_COMPLETED,
    /** A restriction or an objection is in effect: what is there is stored, nothing else. */
    RESTRICTION_IN_EFFECT,
    /** A restriction or an objection could not be put into effect; an officer looks at it. */
    RESTRICTION_NOT_IN_EFFECT,
    /** Every holder and recipient keeps to a restriction. */
    RESTRICTION_COMPLETED,
    /** A restriction was lifted. */
    RESTRICTION_LIFTED,
    /** A restriction could not be lifted, and stands. */
    RESTRICTION_NOT_LIFTED,
    /** A deletion was approved. */
    DELETION_APPROVED,
    /** A deletion was carried out here; holders are told. */
    DELETION_IN_EFFECT,
    /** A deletion could not be carried out; an officer looks at it. */
    DELETION_NOT_IN_EFFECT,
    /** Every holder has erased. */
    DELETION_COMPLETED,
    /** A request to see data was approved. */
    ACCESS_APPROVED,
    /** The data can be seen, for a time. */
    ACCESS_AVAILABLE,
    /** A request was refused, with a ground. */
    REQUEST_REFUSED,
    /** A request was approved. */
    REQUEST_APPROVED,
    /** A complaint was answered, or data handed over. */
    REQUEST_ANSWERED,
    /** Every holder has put right what was wrong. */
    RECTIFICATION_COMPLETED,
    /** A request stopped: nobody who asked may act for the student any more. */
    REQUEST_STOPPED,
    /** An appeal against a refusal was received. */
    APPEAL_RECEIVED,
    /** The head of the unit has decided on an appeal. */
    APPEAL_DECIDED,
    /** The deadline was extended, once, with a reason. */
    REQUEST_EXTENDED,
    /** An officer asks the requester for what is missing. */
    REQUEST_QUESTION,
    /** The requester answered a question; for officers. */
    QUESTION_ANSWERED,
    /** The requester did not answer a question in time; for officers. */
    QUESTION_UNANSWERED,
    /** A deadline was missed; the requester may complain. */
    REQUEST_OVERDUE,
    /** A deadline comes near; for officers. */
    DEADLINE_NEAR,
    /** A deadline was missed; for officers and the head of the unit, who answers for it. */
    DEADLINE_MISSED,
    /** A holder refuses, does not answer or is late with what it was told; for officers. */
    HOLDER_TASK,
    /** A campaign asks for answers. */
    CAMPAIGN_INVITATION,
    /** A campaign's deadline comes near and answers are missing. */
    CAMPAIGN_REMINDER,
    /** A birthday is near that changes who decides (R-CH-25). */
    BIRTHDAY_AHEAD,
    /** A guardian's relation ended or was suspended, or another fact of the student changed, and a consent ended with it. */
    RELATION_ENDED,
    /** The student is no longer at the school. */
    TRANSFERRED,
    /** A MAJOR version of a notice asks again. */
    NOTICE_CHANGED,
    /** A consent ends soon. */
    CONSENT_EXPIRING,
    /** Guardians disagree; for officers (R-CH-22). */
    CONFLICT,
    /** A decision entered from paper waits for a second person; for officers. */
    PAPER_TO_CHECK,
    /** A violation of data protection touched the person's data or a child's (R-BR-11). */
    INCIDENT,
    /** The time to tell of a violation runs out soon; for officers. */
    INCIDENT_DUE,
    /** The time to tell of a violation has run out; for officers. */
    INCIDENT_OVERDUE,
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
    REPRESENTATION_REJECTED,
    /** A checkpoint of the consent ledger came without the ledger's good signature; for who protects data (R-CON-10). */
    CHECKPOINT_UNVERIFIED
}
