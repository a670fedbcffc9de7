package vn.edu.privacy.notification.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** For how long somebody who answers HTTP asks to be left alone. */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

    private RetryAfter() {}

    /** What the headers of an answer ask for, in seconds; empty when they ask for nothing that can be read. */
    public static Optional<Duration> of(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.RETRY_AFTER))
                .filter(after -> SECONDS.matcher(after).matches())
                .map(after -> Duration.ofSeconds(Long.parseLong(after)));
    }
}
