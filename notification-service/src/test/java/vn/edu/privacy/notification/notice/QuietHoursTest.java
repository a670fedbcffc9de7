package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.edu.privacy.platform.page.Times;

class QuietHoursTest {
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T20:59:59.999999, ",
        "2026-11-24T21:00:00, 2026-11-25T07:00:00",
        "2026-11-24T23:59:59.999999, 2026-11-25T07:00:00",
        "2026-11-25T00:00:00, 2026-11-25T07:00:00",
        "2026-11-25T06:59:59.999999, 2026-11-25T07:00:00",
        "2026-11-25T07:00:00, ",
        "2026-12-31T23:00:00, 2027-01-01T07:00:00",
        "2028-02-28T22:00:00, 2028-02-29T07:00:00",
        "2026-11-25T12:00:00, "
    })
    void quietOverMidnightEndsInTheMorning(LocalDateTime moment, LocalDateTime end) {
        assertThat(NIGHT.endAfter(at(moment)))
                .isEqualTo(Optional.ofNullable(end).map(QuietHoursTest::at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T11:29:59, ",
        "2026-11-24T11:30:00, 2026-11-24T13:00:00",
        "2026-11-24T12:59:59, 2026-11-24T13:00:00",
        "2026-11-24T13:00:00, ",
        "2026-11-24T00:00:00, "
    })
    void quietWithinADayEndsOnIt(LocalDateTime moment, LocalDateTime end) {
        assertThat(NOON.endAfter(at(moment))).isEqualTo(Optional.ofNullable(end).map(QuietHoursTest::at));
    }

    @Test
    void whatBeginsWhereItEndsIsNoQuiet() {
        QuietHours never = new QuietHours(LocalTime.of(21, 0), LocalTime.of(21, 0));

        for (int hour = 0; hour < 24; hour++) {
            assertThat(never.endAfter(at(LocalDateTime.of(2026, 11, 24, hour, 0))))
                    .isEmpty();
        }
    }

    private static Instant at(LocalDateTime there) {
        return there.atZone(Times.ZONE).toInstant();
    }
}
