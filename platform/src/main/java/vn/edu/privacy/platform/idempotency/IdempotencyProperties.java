package vn.edu.privacy.platform.idempotency;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code privacy.idempotency.*}.
 *
 * @param exempt path patterns within the application whose writes need no key: questions that change nothing
 * @param keep how long a key answers the same
 */
@ConfigurationProperties("privacy.idempotency")
record IdempotencyProperties(
        @DefaultValue List<String> exempt,
        @DefaultValue("7d") Duration keep) {}
