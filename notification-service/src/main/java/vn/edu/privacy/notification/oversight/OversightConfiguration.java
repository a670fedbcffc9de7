package vn.edu.privacy.notification.oversight;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.notification.oversight.application.HandlingFigures;
import vn.edu.privacy.notification.oversight.application.ReportHandling;

/** Puts the report together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OversightConfiguration.OversightProperties.class)
class OversightConfiguration {
    @Bean
    ReportHandling reportHandling(HandlingFigures figures, OversightProperties properties, Clock clock) {
        return new ReportHandling(figures, properties.districts(), properties.smallestGroup(), clock);
    }

    /**
     * How the report is put together.
     *
     * @param smallestGroup figures of fewer requests are not shown to who may not see requests one by one
     * @param districts the district of each school, by the school's code
     */
    @ConfigurationProperties("privacy.oversight")
    record OversightProperties(
            @DefaultValue("5") int smallestGroup,
            @DefaultValue Map<String, String> districts) {}
}
