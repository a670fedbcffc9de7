package vn.edu.privacy.consent.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each line of a batch did, in the batch's order. */
record RosterResult(List<Line> students) {
    /** One student; without our id when erased. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String sectorId, @Nullable UUID studentId, Change change) {}

    /** What happened to the student. */
    enum Change {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** The student was erased after this enrolment began; nothing was written. */
        ERASED
    }
}
