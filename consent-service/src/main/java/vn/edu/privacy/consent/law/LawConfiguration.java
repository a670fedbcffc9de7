package vn.edu.privacy.consent.law;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one reading of the law that everything in this service asks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LawProperties.class)
class LawConfiguration {
    @Bean
    LawInForce lawInForce(LawProperties law) {
        return new LawInForce(law.uphold(), law.minor16to17(), law.dualConsentScope());
    }
}
