package vn.edu.privacy.notification.holder;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a holder has answered of late.
 *
 * @param lastSuccessAt when it last did
 * @param lastFailureAt when it last did not
 * @param lastFailure in a few words without personal data
 * @param consecutiveFailures how often in a row it has not
 * @param latencyMillis how long its last answer took
 */
record Health(
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable String lastFailure,
        int consecutiveFailures,
        @Nullable Integer latencyMillis) {
    static final Health UNKNOWN = new Health(null, null, null, 0, null);

    Health answered(Instant at, Duration took) {
        return new Health(at, lastFailureAt, lastFailure, 0, (int) took.toMillis());
    }

    Health failed(Instant at, String failure) {
        return new Health(lastSuccessAt, at, failure, consecutiveFailures + 1, latencyMillis);
    }
}
