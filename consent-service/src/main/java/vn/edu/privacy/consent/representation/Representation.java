package vn.edu.privacy.consent.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation, as its document says.
 *
 * @param id its opaque id
 * @param studentId about whose data
 * @param schoolId the student's school when it was read
 * @param represented the guardian or adult student who gave it
 * @param representative who may act by it
 * @param purposes codes of the purposes that it is for; every one when empty
 * @param requestTypes kinds of requests about data that it is for, and nothing else then; everything when empty
 * @param reference where the document is kept; no personal data
 * @param from first day in force, Asia/Ho_Chi_Minh
 * @param until first day no longer in force; one year after the first where the document states none (Civil Code art.
 *     140.2.b)
 * @param recordedBy the officer
 * @param recordedAt when
 * @param confirmed whether a second person found the document to say so; null until somebody has looked
 * @param endedAt when it was ended before its term; null when it was not
 */
public record Representation(
        UUID id,
        UUID studentId,
        String schoolId,
        UUID represented,
        UUID representative,
        List<String> purposes,
        List<RequestKind> requestTypes,
        String reference,
        LocalDate from,
        LocalDate until,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable Boolean confirmed,
        @Nullable Instant endedAt) {
    public Representation {
        purposes = List.copyOf(purposes);
        requestTypes = List.copyOf(requestTypes);
    }

    /** Where it stands. */
    public State state() {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (confirmed == null) {
            return State.AWAITING_CHECK;
        }
        return confirmed ? State.CONFIRMED : State.REJECTED;
    }

    /** Whether the representative may act by it on a day, as far as it depends on the authorisation. */
    public boolean inForce(LocalDate day) {
        return state() == State.CONFIRMED && !day.isBefore(from) && day.isBefore(until);
    }

    /** Where an authorisation stands; its term says the rest. */
    public enum State {
        /** Recorded; nobody may act by it yet. */
        AWAITING_CHECK,
        /** A second person has compared it with the document. */
        CONFIRMED,
        /** The document does not say so. */
        REJECTED,
        /** Ended before its term. */
        ENDED
    }
}
