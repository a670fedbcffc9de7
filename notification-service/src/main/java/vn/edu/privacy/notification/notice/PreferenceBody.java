package vn.edu.privacy.notification.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.channel.Channel;

/**
 * How a person wants to be reached, as it is sent and answered.
 *
 * @param channels the first one first
 * @param quiet when to leave the person alone; absent: never
 * @param optional whether notices come that no law asks for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreferenceBody(
        @NotNull @Size(max = 3) List<@NotNull Channel> channels,
        @Nullable @Valid Quiet quiet,
        @NotNull Boolean optional) {

    static PreferenceBody of(Preference preference) {
        QuietHours quiet = preference.quiet();
        return new PreferenceBody(
                preference.channels(),
                quiet == null || quiet.from().equals(quiet.to()) ? null : Quiet.of(quiet),
                preference.optional());
    }

    Preference preference() {
        return new Preference(channels, quiet == null ? null : quiet.hours(), optional);
    }

    /**
     * Hours of the day, by the clocks of Asia/Ho_Chi_Minh.
     *
     * @param from the first minute of quiet
     * @param to the first minute after it
     */
    record Quiet(
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String to) {
        static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
        private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

        static Quiet of(QuietHours hours) {
            return new Quiet(MINUTE.format(hours.from()), MINUTE.format(hours.to()));
        }

        QuietHours hours() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
        }
    }
}
