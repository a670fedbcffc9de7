package vn.edu.privacy.notification.channel;

import java.time.Instant;

/**
 * What a gateway says of a message that it took.
 *
 * @param status how far it came
 * @param at since when
 */
public record Report(Status status, Instant at) {
    /** How far a message came. */
    public enum Status {
        /** Taken, and under way. */
        ACCEPTED,
        /** On the person's device. */
        DELIVERED,
        /** It will not arrive. */
        UNDELIVERED
    }
}
