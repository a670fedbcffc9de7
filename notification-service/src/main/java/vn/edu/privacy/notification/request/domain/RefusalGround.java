package vn.edu.privacy.notification.request.domain;

/** Why a request may be refused; a closed list, each with its source. */
public enum RefusalGround {
    /** Disclosure could harm national security or public order (Decree 13 art. 16.2, Law 91 art. 4). */
    NATIONAL_SECURITY,
    /** Disclosure could harm the safety, health or secrets of others. */
    HARM_TO_OTHERS,
    /** Another law forbids it; the text names the provision. */
    LAW_PROHIBITS,
    /** It was not proven that the requester is who they say. */
    IDENTITY_NOT_PROVEN,
    /** The right is used to obstruct others (R-DL-06). */
    ABUSIVE
}
