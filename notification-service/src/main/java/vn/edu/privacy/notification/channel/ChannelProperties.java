package vn.edu.privacy.notification.channel;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's mail server and gateways.
 *
 * @param from the sender's address of e-mails
 * @param mailPerSecond how many e-mails may leave in a second
 * @param gateways by channel, each speaking {@code message-gateway.yaml}; a channel without one is not offered
 * @param rest for how long a channel rests when most of its messages fail
 */
@ConfigurationProperties("privacy.notice")
record ChannelProperties(
        String from,
        @DefaultValue("50") int mailPerSecond,
        @DefaultValue Map<Channel, Service> gateways,
        @DefaultValue("PT30S") Duration rest) {

    /**
     * A gateway.
     *
     * @param url its base address; absent or empty: none
     * @param key what proves to it who we are
     * @param reportKey what its reports are signed with; without it none is taken, and it is asked instead
     * @param diacritics whether texts keep their diacritics; without them one SMS holds more than twice as much
     * @param perSecond how many messages it takes in a second
     * @param timeout how long it may take to answer
     */
    record Service(
            @Nullable String url,
            @DefaultValue("") String key,
            @DefaultValue("") String reportKey,
            @DefaultValue("false") boolean diacritics,
            @DefaultValue("10") int perSecond,
            @DefaultValue("5s") Duration timeout) {

        boolean isThere() {
            return url != null && !url.isBlank();
        }
    }
}
