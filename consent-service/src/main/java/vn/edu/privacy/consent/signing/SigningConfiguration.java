package vn.edu.privacy.consent.signing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.platform.signing.SigningKeys;

/** The keys, from the environment only; a service without one that signs does not start. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    SigningKeys signingKeys(
            @Value("${privacy.receipts.signing-key}") String active,
            @Value("${privacy.receipts.published-keys:}") String others) {
        return SigningKeys.of(active, others);
    }
}
