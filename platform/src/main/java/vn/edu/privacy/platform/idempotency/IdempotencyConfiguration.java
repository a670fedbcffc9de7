package vn.edu.privacy.platform.idempotency;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Writes happen once per key, wherever there is a database. */
@AutoConfiguration(after = {R2dbcAutoConfiguration.class, TransactionAutoConfiguration.class})
@ConditionalOnBean(ConnectionFactory.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
@EnableScheduling
class IdempotencyConfiguration {
    @Bean
    StoredResponses storedResponses(ConnectionFactory connections, JsonMapper json) {
        return new StoredResponses(DatabaseClient.create(connections), json);
    }

    @Bean
    IdempotencyFilter idempotencyFilter(
            StoredResponses responses, ReactiveTransactionManager transactions, IdempotencyProperties properties) {
        return new IdempotencyFilter(responses, TransactionalOperator.create(transactions), properties.exempt());
    }

    @Bean
    StoredResponsesPurge storedResponsesPurge(
            StoredResponses responses, Clock clock, IdempotencyProperties properties) {
        return new StoredResponsesPurge(responses, clock, properties.keep());
    }
}
