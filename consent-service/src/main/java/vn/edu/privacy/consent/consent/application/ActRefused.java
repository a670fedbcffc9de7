package vn.edu.privacy.consent.consent.application;

/** The rules say no to what an officer wants to do about a record; nothing of it is recorded. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** A refusal with its reason. */
    public ActRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why an act is refused. */
    public enum Reason {
        /** No such student or entry, or none of the caller's. */
        UNKNOWN_ENTRY,
        /** There is no such purpose, or it needs no consent. */
        UNKNOWN_PURPOSE,
        /** The person decided without anybody's help: there is nothing to check or to put right but by that person. */
        NOT_ENTERED_FOR_OTHERS,
        /** Who entered it cannot check or correct it. */
        SECOND_PERSON_NEEDED,
        /** A second person has checked it already. */
        ALREADY_CHECKED,
        /** The guardians do not disagree. */
        NOTHING_TO_SETTLE,
        /** An authority has ended it already. */
        ALREADY_ENDED,
        /** It says so already. */
        NOTHING_TO_CORRECT,
        /** The person may not act for the student today. */
        NO_AUTHORITY,
        /** The person has it restricted already. */
        ALREADY_RESTRICTED,
        /** No restriction of that person stands. */
        NOTHING_TO_LIFT,
        /** The person had it restricted again after saying that it be lifted. */
        NEWER_RESTRICTION,
        /** The processing rests on law, not on consent. */
        PROCESSED_UNDER_LAW
    }
}
