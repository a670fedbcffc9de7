package vn.edu.privacy.consent.consent.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.EntryTexts;
import vn.edu.privacy.consent.consent.application.Erasures;
import vn.edu.privacy.consent.consent.application.Proof;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** Wires ledger and records. */
@Configuration(proxyBeanMethods = false)
class ConsentPersistence {

    @Bean
    Consents consents(DatabaseClient database, JsonMapper json) {
        return new R2dbcConsents(database, json);
    }

    @Bean
    EntryTexts entryTexts(DatabaseClient database, SubjectKeys keys) {
        return new SealedEntryTexts(database, keys);
    }

    @Bean
    Erasures erasures(DatabaseClient database, SubjectKeys keys, JsonMapper json) {
        return new R2dbcErasures(database, keys, json);
    }

    @Bean
    Proof proof(DatabaseClient database, JsonMapper json) {
        return new LedgerProof(database, json);
    }
}
