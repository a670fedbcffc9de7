package vn.edu.privacy.notification.notice;

import java.time.Duration;

/** How long to wait before the next attempt: 5 s, doubling up to an hour, the later half of it by chance. */
final class Backoff {
    /** After that many failed attempts nothing is tried any more. */
    static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    /**
     * The wait after a failure.
     *
     * @param failed how many attempts have failed, at least 1
     * @param chance from 0 to 1, so that many do not come back at once
     */
    static Duration after(int failed, double chance) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        long whole = Math.min(doubled.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(Math.round(whole * (0.5 + chance / 2)));
    }
}
