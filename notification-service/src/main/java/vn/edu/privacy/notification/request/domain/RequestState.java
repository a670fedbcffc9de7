package vn.edu.privacy.notification.request.domain;

/** The states of all kinds of requests, as they are named outside. */
public enum RequestState {
    /** The consequences were shown; the requester has not confirmed. */
    AWAITING_CONFIRMATION,
    /** Received; nothing decided yet. */
    RECEIVED,
    /** Nothing is collected under the consent any more. */
    IN_EFFECT,
    /** It could not be put into effect; an officer must look. */
    NOT_IN_EFFECT,
    /** Every holder and recipient has stopped. */
    COMPLETED,
    /** A restriction is to be lifted, and is not yet. */
    LIFTING,
    /** A restriction was lifted, as its requester wished. */
    LIFTED,
    /** The data is being gathered. */
    APPROVED,
    /** The data is gathered; an officer releases it. */
    AWAITING_RELEASE,
    /** The data can be seen. */
    AVAILABLE,
    /** No holder gave the data. */
    GATHERING_FAILED,
    /** The data can no longer be seen. */
    EXPIRED,
    /** An officer refused it, with a ground. */
    REFUSED,
    /** A complaint was answered. */
    ANSWERED,
    /** The requester took it back. */
    CANCELLED,
    /** It stopped, with a reason: nobody who asked may act for the student any more. */
    STOPPED
}
