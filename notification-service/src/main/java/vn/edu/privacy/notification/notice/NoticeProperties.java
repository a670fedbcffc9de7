package vn.edu.privacy.notification.notice;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.edu.privacy.notification.channel.Channel;

/**
 * How people are told who never chose otherwise.
 *
 * @param gatherFor how long a message waits for what else is told to the same person, that goes with it
 * @param channels which channels are tried, in this order
 * @param quietFrom from when on people are left alone, by the clocks of Asia/Ho_Chi_Minh
 * @param quietTo until when; the same as {@code quietFrom}: never
 */
@ConfigurationProperties("privacy.notice")
record NoticeProperties(
        @DefaultValue("PT1M") Duration gatherFor,
        @DefaultValue({"EMAIL", "SMS"}) List<Channel> channels,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("07:00") LocalTime quietTo) {

    /** The usual preference. */
    Preference usual() {
        return new Preference(channels, new QuietHours(quietFrom, quietTo), true);
    }
}
