package vn.edu.privacy.platform.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code spring.cloud.stream.kafka.binder.*}: how the binder connects, for what has to be read before the binder starts.
 *
 * @param brokers where clients begin
 * @param configuration further settings of every client, security among them
 * @param minPartitionCount partitions of a topic that is made here
 */
@ConfigurationProperties("spring.cloud.stream.kafka.binder")
record KafkaConnection(
        @DefaultValue("localhost:9092") List<String> brokers,
        @DefaultValue Map<String, String> configuration,
        @DefaultValue("1") int minPartitionCount) {

    KafkaConnection {
        brokers = List.copyOf(brokers);
        configuration = Map.copyOf(configuration);
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(configuration);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", brokers));
        return settings;
    }
}
