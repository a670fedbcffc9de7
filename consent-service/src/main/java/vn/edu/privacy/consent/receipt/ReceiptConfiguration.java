package vn.edu.privacy.consent.receipt;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The signing key, from the environment only; a service without one does not start. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {
    @Bean
    ReceiptKey receiptKey(@Value("${privacy.receipts.signing-key}") String pem) {
        return ReceiptKey.of(pem);
    }

    @Bean
    ReceiptSignature receiptSignature(ReceiptKey key, JsonMapper json) {
        return new ReceiptSignature(key, json);
    }
}
