package vn.edu.privacy.notification.access;

import org.jspecify.annotations.Nullable;

/** Why something is left out of what a person is shown; a closed list, each with its source. */
public enum LeftOut {
    /** It is about somebody else (Decree 13 art. 9.3: one's own data). */
    OTHER_PERSON,
    /** It could harm defence, security or public order (Decree 13 art. 14.4.a, R-PROV-02). */
    NATIONAL_SECURITY,
    /** It may affect others' safety or health (Decree 13 art. 14.4.b, R-PROV-02). */
    HARM_TO_OTHERS,
    /** The data subject does not agree to its being given to a representative (Decree 13 art. 14.4.c, R-PROV-02). */
    SUBJECT_DISAGREES,
    /** It tells how to reach somebody else; taken out by this service, and no officer can put it back. */
    CONTACT_OF_OTHER;

    /** Why an item was taken out for good; absent when it was not. */
    static @Nullable LeftOut gone(HeldData.@Nullable Taken taken) {
        return switch (taken) {
            case ALL -> CONTACT_OF_OTHER;
            case NOT_OWN -> OTHER_PERSON;
            case PART -> null;
            case null -> null;
        };
    }

    /** Whether an officer may choose it. */
    public boolean isOfficers() {
        return this != CONTACT_OF_OTHER;
    }
}
