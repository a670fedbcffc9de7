package vn.edu.privacy.consent.classlist;

/**
 * One purpose for one student.
 *
 * @param may whether the school may collect now
 * @param byLaw whether no consent is needed
 * @param limited whether only a part, until a day or under conditions: the school's system says which
 * @param reminderHelps whether an answer is still wanted of anybody
 * @param why names the reason in words, for officers; empty when the school may
 */
record Cell(boolean may, boolean byLaw, boolean limited, boolean reminderHelps, String why) {
    /** A purpose that came into force between two questions: not yet. */
    static final Cell UNKNOWN = new Cell(false, false, false, false, "NOT_ASKED");
}
