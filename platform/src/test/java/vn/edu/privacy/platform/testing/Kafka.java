package vn.edu.privacy.platform.testing;

import org.springframework.boot.SpringApplication;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One Kafka broker per JVM; it ends with it. */
public final class Kafka {
    private Kafka() {}

    /** Where clients begin. */
    public static String brokers() {
        return Broker.RUNNING.getBrokersAsString();
    }

    private static final class Broker {
        static final EmbeddedKafkaKraftBroker RUNNING = start();

        private static EmbeddedKafkaKraftBroker start() {
            EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
            broker.brokerProperty("offsets.topic.num.partitions", 1);
            broker.brokerProperty("group.initial.rebalance.delay.ms", 0);
            broker.afterPropertiesSet();
            // after the application contexts, whose consumers would wait for a broker that is gone
            SpringApplication.getShutdownHandlers().add(broker::destroy);
            return broker;
        }
    }
}
