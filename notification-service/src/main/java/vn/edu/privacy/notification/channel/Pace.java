package vn.edu.privacy.notification.channel;

import java.time.Duration;

/**
 * How fast messages may leave by a channel, all instances together.
 *
 * @param interval from one to the next, in the long run
 * @param burst how many may leave at once after a pause
 */
public record Pace(Duration interval, int burst) {
    /** So many a second, and as many at once. */
    static Pace perSecond(int messages) {
        return new Pace(Duration.ofSeconds(1).dividedBy(messages), messages);
    }
}
