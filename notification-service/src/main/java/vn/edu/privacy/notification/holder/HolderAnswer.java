package vn.edu.privacy.notification.holder;

import java.time.Instant;

/**
 * A holder's answer to an instruction.
 *
 * @param status how far the holder is
 * @param at since when, by the holder's own clock
 */
public record HolderAnswer(Status status, Instant at) {
    /** How far the holder is. */
    public enum Status {
        /** It knows; for a holder without an API, a task for a person was written down. */
        RECEIVED,
        /** It processes no more. */
        STOPPED,
        /** It has erased the data too. */
        ERASED,
        /** It cannot carry it out as it stands, for instance because it does not know the student; people must look. */
        REFUSED
    }
}
