package vn.edu.privacy.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A gateway is set up as the chart does it: its address in a file, its keys in variables. */
class ChannelPropertiesTest {
    @Test
    void addressAndKeysOfAGatewayComeFromAFileAndFromVariables() {
        ChannelProperties properties = bound(
                Map.of(
                        "PRIVACY_NOTICE_GATEWAYS_SMS_KEY", "the key",
                        "PRIVACY_NOTICE_GATEWAYS_SMS_REPORTKEY", "the report's key"),
                Map.of(
                        "privacy.notice.from", "a@b.example",
                        "privacy.notice.gateways.sms.url", "https://sms.example",
                        "privacy.notice.gateways.sms.perSecond", "30",
                        "privacy.notice.gateways.sms.timeout", "3s"));

        assertThat(properties.gateways())
                .containsExactly(Map.entry(
                        Channel.SMS,
                        new ChannelProperties.Service(
                                "https://sms.example",
                                "the key",
                                "the report's key",
                                false,
                                30,
                                Duration.ofSeconds(3))));
    }

    @Test
    void aKeyAloneIsNoGateway() {
        ChannelProperties properties = bound(
                Map.of("PRIVACY_NOTICE_GATEWAYS_ZALO_KEY", "the key"), Map.of("privacy.notice.from", "a@b.example"));

        assertThat(properties.gateways().get(Channel.ZALO).isThere()).isFalse();
    }

    private static ChannelProperties bound(Map<String, Object> variables, Map<String, Object> file) {
        List<PropertySource<?>> sources = List.of(
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables),
                new MapPropertySource("application.yaml", file));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("privacy.notice", ChannelProperties.class)
                .get();
    }
}
