package vn.edu.privacy.notification.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "9, PT1280S", "10, PT2560S", "11, PT1H", "12, PT1H"})
    void doublesUpToAnHour(int failed, Duration longest) {
        assertThat(BACKOFF.after(failed, 1)).isEqualTo(longest);
    }

    @Test
    void leavesTheLaterHalfToChance() {
        assertThat(BACKOFF.after(2, 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(2, 0.5)).isEqualTo(Duration.ofMillis(7500));
    }
}
