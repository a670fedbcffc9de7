package vn.edu.privacy.consent.consent.domain;

/** What a consent record amounts to; each is a row of the table in {@code docs/consent-rules}, the first that fits. */
public enum ConsentState {
    /** Ended by order of an authority. */
    ENDED(1, Answer.DENY, false),
    /** Restricted on request (Decree 13 art. 9.6). */
    RESTRICTED(2, Answer.RESTRICTED, false),
    /** A required side withdrew (art. 12, R-CH-04). */
    WITHDRAWN(3, Answer.DENY, false),
    /** Guardians disagree. */
    CONFLICT(4, Answer.DENY, false),
    /** A required side refused. */
    REFUSED(5, Answer.DENY, false),
    /** Asked, and nobody required has answered. */
    REQUESTED(6, Answer.DENY, true),
    /** Nobody has been asked. */
    NOT_ASKED(6, Answer.DENY, true),
    /** One side has answered, a required one has not. */
    AWAITING_PARTY(7, Answer.DENY, true),
    /** Entered from paper and not yet checked by a second person. */
    AWAITING_CHECK(8, Answer.DENY, false),
    /** Past the record's end. */
    EXPIRED(9, Answer.DENY, false),
    /** Given under a notice that a MAJOR version replaced. */
    STALE(10, Answer.DENY, true),
    /** A fact changed, not a mind: only a new decision brings PERMIT back. */
    AWAITING_RECONFIRMATION(11, Answer.DENY, true),
    /** Every required side agrees. */
    GIVEN(12, Answer.PERMIT, false);

    private final int row;
    private final Answer answer;
    private final boolean reminderMayHelp;

    ConsentState(int row, Answer answer, boolean reminderMayHelp) {
        this.row = row;
        this.answer = answer;
        this.reminderMayHelp = reminderMayHelp;
    }

    /** The row of the table. */
    public int row() {
        return row;
    }

    /** What a school is told. */
    public Answer answer() {
        return answer;
    }

    /** Whether asking the family again may bring a PERMIT. */
    public boolean reminderMayHelp() {
        return reminderMayHelp;
    }
}
