package vn.edu.privacy.notification.request.domain;

/** Why a request stopped without an answer: nobody who asked may act for the student any more. */
public enum StopReason {
    /** The requester's guardianship ended or was suspended. */
    GUARDIANSHIP_ENDED,
    /** The requester's authorisation ended, was revoked, or does not go so far (Civil Code art. 140). */
    MANDATE_ENDED,
    /** The student came of age, and acts alone (Civil Code art. 140.4.a, R-CH-24). */
    STUDENT_OF_AGE
}
