package vn.edu.privacy.consent.roster;

import java.util.List;
import java.util.UUID;

/** What each line of a batch did, in the batch's order. */
record RosterResult(List<Line> students) {
    /** One student. */
    record Line(String sectorId, UUID studentId, Change change) {}

    /** What happened to the student. */
    enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
