package vn.edu.privacy.consent.consent.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.Proof;

/** Wires ledger and records. */
@Configuration(proxyBeanMethods = false)
class ConsentPersistence {

    @Bean
    Consents consents(DatabaseClient database, JsonMapper json) {
        return new R2dbcConsents(database, json);
    }

    @Bean
    Proof proof(DatabaseClient database, JsonMapper json) {
        return new LedgerProof(database, json);
    }
}
