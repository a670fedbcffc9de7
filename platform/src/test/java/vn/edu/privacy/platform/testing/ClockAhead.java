package vn.edu.privacy.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The service's clock, which goes on as the real one does, and may be set ahead of it. */
public final class ClockAhead extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** Runs with the real one again. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    /** Goes ahead by so much. */
    public void forward(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** From now on it is that time. */
    public void to(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** Gives the service this clock. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Instead {
        @Bean
        public ClockAhead clock() {
            return new ClockAhead();
        }
    }
}
