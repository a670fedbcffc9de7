package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import vn.edu.privacy.platform.page.Times;

/**
 * Hours of the day in which a person is left alone, by the clocks of {@code Asia/Ho_Chi_Minh}.
 *
 * @param from the first moment of quiet
 * @param to the first moment after it, on the same day or the next; the same as {@code from}: there is no quiet
 */
record QuietHours(LocalTime from, LocalTime to) {

    /** Until when a message has to wait that could leave at that moment; empty when it need not. */
    Optional<Instant> endAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(Times.ZONE);
        LocalTime time = there.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return Optional.empty();
        }
        boolean endsTomorrow = overMidnight && !time.isBefore(from);
        return Optional.of(there.toLocalDate()
                .plusDays(endsTomorrow ? 1 : 0)
                .atTime(to)
                .atZone(Times.ZONE)
                .toInstant());
    }
}
