package vn.edu.privacy.platform.messaging;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, relay and intake, and how the bindings behave unless a service says otherwise. */
@AutoConfiguration(after = {R2dbcAutoConfiguration.class, TransactionAutoConfiguration.class})
@ConditionalOnBean(ConnectionFactory.class)
@EnableConfigurationProperties({MessagingProperties.class, KafkaConnection.class})
@EnableScheduling
@PropertySource("classpath:platform/messaging.properties")
class MessagingConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Broker broker(StreamBridge bridge) {
        return new StreamBroker(bridge);
    }

    @Bean
    OutboxGauge outboxGauge(ConnectionFactory connections, Clock clock) {
        return new OutboxGauge(DatabaseClient.create(connections), clock);
    }

    @Bean
    Relay outboxRelay(
            ConnectionFactory connections,
            ReactiveTransactionManager transactions,
            Broker broker,
            OutboxGauge gauge,
            MessagingProperties properties) {
        Drain drain = new Drain(
                DatabaseClient.create(connections),
                TransactionalOperator.create(transactions),
                broker,
                properties.batch());
        return new Relay(drain, gauge, properties.poll());
    }

    @Bean
    Outbox outbox(
            ConnectionFactory connections,
            JsonMapper mapper,
            Clock clock,
            ObjectProvider<Relay> relay,
            @Value("${spring.application.name}") String service) {
        return new R2dbcOutbox(
                DatabaseClient.create(connections),
                mapper,
                clock,
                "/" + service,
                () -> relay.getObject().wake());
    }

    @Bean
    Intake intake(
            ConnectionFactory connections,
            ReactiveTransactionManager transactions,
            JsonMapper mapper,
            MessagingProperties properties) {
        return new Intake(
                DatabaseClient.create(connections),
                TransactionalOperator.create(transactions),
                mapper,
                properties.handlerTimeout(),
                properties.outageTimeout());
    }

    @Bean
    Journals journals(
            KafkaConnection kafka,
            ReactiveTransactionManager transactions,
            JsonMapper mapper,
            MessagingProperties properties) {
        return new Journals(kafka, TransactionalOperator.create(transactions), mapper, properties.journalTimeout());
    }

    @Bean
    IntakePurge intakePurge(ConnectionFactory connections, Clock clock, MessagingProperties properties) {
        return new IntakePurge(DatabaseClient.create(connections), clock, properties.remember());
    }
}
