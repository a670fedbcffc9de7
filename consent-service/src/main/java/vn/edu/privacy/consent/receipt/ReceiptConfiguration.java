package vn.edu.privacy.consent.receipt;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.signing.SigningKeys;

/** Wires the signature, which is plain Java. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {
    @Bean
    ReceiptSignature receiptSignature(SigningKeys keys, JsonMapper json) {
        return new ReceiptSignature(keys, json);
    }
}
