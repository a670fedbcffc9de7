package vn.edu.privacy.notification.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of handing a message over. Only {@link Accepted} says that somebody has taken it, with the proof. */
public sealed interface Outcome {
    /**
     * Taken.
     *
     * @param evidence the mail server's reply or the gateway's answer, without addresses
     * @param gatewayId the gateway's id of the message, under which it reports later; null for mail
     */
    record Accepted(String evidence, @Nullable String gatewayId) implements Outcome {}

    /**
     * Refused for good: the same message to the same address will not be taken.
     *
     * @param error why
     * @param evidence the code that the server answered, or null when it was not asked
     */
    record Refused(DeliveryError error, @Nullable String evidence) implements Outcome {}

    /**
     * Not taken this time.
     *
     * @param error why
     * @param pause for how long the gateway wants no message at all, or null
     */
    record Failed(DeliveryError error, @Nullable Duration pause) implements Outcome {
        /** Without a pause. */
        public Failed(DeliveryError error) {
            this(error, null);
        }
    }

    /**
     * Not tried: too many failed right before.
     *
     * @param pause for how long
     */
    record Resting(Duration pause) implements Outcome {}
}
