package vn.edu.privacy.platform.vault;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** The vault, wherever there is a database; it refuses to start without a usable {@code privacy.vault.key}. */
@AutoConfiguration(after = R2dbcAutoConfiguration.class)
@ConditionalOnBean(ConnectionFactory.class)
class VaultConfiguration {
    @Bean
    MasterKey vaultMasterKey(@Value("${privacy.vault.key:}") String key) {
        return MasterKey.of(key);
    }

    @Bean
    SubjectKeys subjectKeys(ConnectionFactory connections, MasterKey vaultMasterKey) {
        return new R2dbcSubjectKeys(DatabaseClient.create(connections), vaultMasterKey);
    }

    @Bean
    BlindIndex blindIndex(MasterKey vaultMasterKey) {
        return new BlindIndex(vaultMasterKey);
    }
}
