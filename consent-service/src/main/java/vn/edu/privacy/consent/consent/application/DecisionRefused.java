package vn.edu.privacy.consent.consent.application;

import org.jspecify.annotations.Nullable;

/** The rules say no to a decision; nothing of the call is recorded. */
public final class DecisionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String purpose;

    /**
     * A refusal.
     *
     * @param reason why
     * @param purpose the purpose that it is about, when it is about one
     */
    public DecisionRefused(Reason reason, @Nullable String purpose) {
        super(reason.name());
        this.reason = reason;
        this.purpose = purpose;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The purpose that the refusal is about. */
    public @Nullable String purpose() {
        return purpose;
    }

    /** Why a decision is refused. */
    public enum Reason {
        /** No such student, or none that the caller may decide for: both look the same (architecture rule 8). */
        UNKNOWN_STUDENT,
        /** No such purpose. */
        UNKNOWN_PURPOSE,
        /** The purpose has ended. */
        PURPOSE_RETIRED,
        /** Its lawful basis is not consent (R-EXC-01). */
        NO_CONSENT_NEEDED,
        /** The same purpose twice in one call (R-CON-04). */
        PURPOSE_TWICE,
        /** The law does not ask this person: a child below 7, or the parent of an adult (R-CH-02, R-CH-24). */
        NOT_ASKED_OF_YOU,
        /** A representative's authorisation is for other purposes (Decree 13 art. 11.11). */
        OUTSIDE_MANDATE,
        /** A decision without the notice served before it (R-NOT-01). */
        NOTICE_MISSING,
        /** The notice named was not served to this person for this student and purpose. */
        NOTICE_UNKNOWN,
        /** A newer version of the notice is in force. */
        NOTICE_SUPERSEDED,
        /** A category that is not among the purpose's. */
        CATEGORY_UNKNOWN,
        /** A withdrawal without acknowledging its consequences (R-WD-03). */
        CONSEQUENCES_NOT_ACKNOWLEDGED,
        /** Nothing given stands. */
        NOTHING_TO_WITHDRAW,
        /** Conditions or an end date with a decision that grants nothing. */
        LIMITS_WITHOUT_CONSENT
    }
}
