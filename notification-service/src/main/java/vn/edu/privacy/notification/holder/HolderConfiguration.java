package vn.edu.privacy.notification.holder;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.platform.signing.SigningKeys;

/** Binds what the registry of holders begins with, and the keys: a service without one that signs does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HolderProperties.class)
class HolderConfiguration {
    @Bean
    SigningKeys signingKeys(
            @Value("${privacy.holder-client.signing-key}") String active,
            @Value("${privacy.holder-client.published-keys:}") String others) {
        return SigningKeys.of(active, others);
    }
}
