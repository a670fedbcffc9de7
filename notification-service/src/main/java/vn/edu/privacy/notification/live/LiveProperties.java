package vn.edu.privacy.notification.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of live progress.
 *
 * @param connections open at once, on this instance
 * @param perCaller open at once for one caller
 * @param heartbeat how often something is sent when nothing happens, so that nobody on the way hangs up
 * @param longest after which a connection ends; whoever comes back is asked again who they are
 */
@ConfigurationProperties("privacy.live")
record LiveProperties(
        @DefaultValue("500") int connections,
        @DefaultValue("6") int perCaller,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10m") Duration longest) {}
