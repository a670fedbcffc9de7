package vn.edu.privacy.notification.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: doubling each time, the later half of it by chance, so that many do not come
 * back at once.
 *
 * @param first the longest wait after one failure
 * @param longest no wait is longer
 */
public record Backoff(Duration first, Duration longest) {
    private static final int DOUBLINGS = 20;

    /**
     * The wait after a failure.
     *
     * @param failed how many attempts have failed, at least 1
     */
    public Duration after(int failed) {
        return after(failed, ThreadLocalRandom.current().nextDouble());
    }

    /** The same with the chance given, from 0 to 1. */
    Duration after(int failed, double chance) {
        Duration doubled = first.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        long whole = Math.min(doubled.toMillis(), longest.toMillis());
        return Duration.ofMillis(Math.round(whole * (0.5 + chance / 2)));
    }
}
