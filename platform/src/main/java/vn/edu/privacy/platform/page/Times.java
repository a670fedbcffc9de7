package vn.edu.privacy.platform.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Dates and times as people here write them: {@code dd/MM/yyyy}, {@code HH:mm}, Asia/Ho_Chi_Minh. */
public final class Times {
    /** The zone of every date that the law or a person means. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss, dd/MM/yyyy");

    private final Clock clock;
    private final MessageSource texts;

    Times(Clock clock, MessageSource texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** {@code 24/11/2026}; nothing for nothing. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    /** The day of an instant. */
    public String date(@Nullable Instant at) {
        return at == null ? "" : DATE.format(at.atZone(ZONE));
    }

    /** {@code 14:02, 24/11/2026}. */
    public String instant(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(ZONE));
    }

    /** {@code 14:02:07, 24/11/2026}, where the second matters. */
    public String exact(@Nullable Instant at) {
        return at == null ? "" : SECOND.format(at.atZone(ZONE));
    }

    /** ISO 8601 with offset, for {@code <time datetime>}. */
    public String iso(@Nullable Instant at) {
        return at == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZONE));
    }

    /** "còn 5 giờ 40 phút", or by how much it is late; in the given language. */
    public String remaining(@Nullable Instant due, Locale language) {
        if (due == null) {
            return "";
        }
        Duration left = Duration.between(clock.instant(), due);
        String key = left.isNegative() ? "time.late" : "time.left";
        Duration size = left.abs();
        String amount = size.toDays() > 0
                ? texts.getMessage("time.days", new Object[] {size.toDays(), size.toHoursPart()}, language)
                : texts.getMessage("time.hours", new Object[] {size.toHours(), size.toMinutesPart()}, language);
        return texts.getMessage(key, new Object[] {amount}, language);
    }
}
