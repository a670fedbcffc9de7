package vn.edu.privacy.notification.request.application;

import org.jspecify.annotations.Nullable;

/** Why something cannot be done with a request. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String purpose;

    /** For this reason. */
    public RequestRefused(Reason reason) {
        this(reason, null);
    }

    RequestRefused(Reason reason, @Nullable String purpose) {
        super(reason.name());
        this.reason = reason;
        this.purpose = purpose;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The purpose that it is about, or null. */
    public @Nullable String purpose() {
        return purpose;
    }

    /** The reasons there are. */
    public enum Reason {
        /** There is no such request, or the caller may not know of it. */
        UNKNOWN_REQUEST,
        /** There is no such student, or the caller may not act for them. */
        UNKNOWN_STUDENT,
        /** Nobody published such a purpose. */
        UNKNOWN_PURPOSE,
        /** The purpose rests on another basis than consent. */
        NO_CONSENT_NEEDED,
        /** Such a request must say which purposes it is about. */
        PURPOSES_MISSING,
        /** Such a request names no purposes. */
        PURPOSES_NOT_EXPECTED,
        /** Data is deleted only for whom accepts what may follow (Decree 13 art. 16.1.a). */
        RISKS_NOT_ACCEPTED,
        /** All data of the purpose is kept by law (art. 16.2). */
        KEPT_BY_LAW,
        /** The law does not know that ground for such a request. */
        GROUND_NOT_APPLICABLE,
        /** Somebody else asks for the same, so that it is not one person's to take back. */
        OTHERS_ASK_TOO,
        /** There is one appeal against a refusal, and it was lodged. */
        APPEALED_BEFORE,
        /** Only another person decides that, neither a system nor whoever asked or decided before. */
        PERSON_NEEDED,
        /** None of the purposes named has such data. */
        UNKNOWN_CATEGORY,
        /** The consequences were not acknowledged (art. 12.3). */
        CONSEQUENCES_NOT_ACKNOWLEDGED,
        /** No consent is known that could be withdrawn. */
        NOTHING_TO_WITHDRAW,
        /** The request is in a state that does not allow it. */
        WRONG_STATE,
        /** The requester has not answered what was asked before. */
        QUESTION_OPEN,
        /** The question was answered, or is no longer asked. */
        QUESTION_CLOSED,
        /** The request has moved on since the officer saw it. */
        STALE,
        /** The time to see the data is over, and it was let go of. */
        DATA_EXPIRED,
        /** The authorisation is not for that purpose or that kind of request. */
        OUTSIDE_MANDATE,
        /** Nobody whom the roster knows as such stands at the desk. */
        NO_RELATION,
        /** An entry must say so. */
        FIELD_MISSING,
        /** Such an entry does not say so. */
        FIELD_NOT_EXPECTED,
        /** It was received later than now, or too long ago to be entered. */
        RECEIPT_OUT_OF_RANGE,
        /** What is handed over is handed over later than now. */
        HAND_OVER_PAST,
        /** A second person has to check the document first. */
        DESK_CHECK_NEEDED,
        /** That is not asked about one's own data here, or nothing is known of the person. */
        OWN_DATA_NOT_OFFERED,
        /** Consents are on record about students alone: about own data one objects, and withdraws none. */
        OWN_CONSENT_NOT_RECORDED
    }
}
