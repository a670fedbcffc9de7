package vn.edu.privacy.platform.messaging;

import java.nio.charset.StandardCharsets;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.MessageDeliveryException;

/** Kafka through Spring Cloud Stream, whose producer waits for the acknowledgement of all replicas (see defaults). */
final class StreamBroker implements Broker {
    private final StreamBridge bridge;

    StreamBroker(StreamBridge bridge) {
        this.bridge = bridge;
    }

    @Override
    public void send(OutboxRow event) {
        boolean sent = bridge.send(
                event.topic(),
                MessageBuilder.withPayload(event.payload().getBytes(StandardCharsets.UTF_8))
                        .setHeader(KafkaHeaders.KEY, event.key().getBytes(StandardCharsets.UTF_8))
                        .setHeader("content-type", CloudEvent.CONTENT_TYPE)
                        .build());
        if (!sent) {
            throw new MessageDeliveryException("not taken by the binding of " + event.topic());
        }
    }
}
