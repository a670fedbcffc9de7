package vn.edu.privacy.platform.testing;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Kafka topic as the other service sees it: CloudEvents of one key, each held to the contract's schemas. */
public final class Topic implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final KafkaConsumer<String, String> consumer;
    private final String key;
    private final List<JsonNode> seen = new ArrayList<>();

    /** The events about one student. */
    public Topic(String name, UUID student) {
        this(name, student.toString());
    }

    /** The events under one key. */
    public Topic(String name, String key) {
        this.key = key;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Kafka.brokers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "reader-" + UUID.randomUUID(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(name));
    }

    /** The data of the key's events of that type seen so far; polls once. */
    public List<JsonNode> events(String type) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            if (key.equals(record.key())) {
                JsonNode event = JSON.readTree(record.value());
                conforms("envelope", event);
                conforms(event.get("type").asString(), event.get("data"));
                seen.add(event);
            }
        });
        return seen.stream()
                .filter(event -> event.get("type").asString().equals(type))
                .map(event -> event.get("data"))
                .toList();
    }

    /** Sends an event as the other service would. */
    public static void send(String topic, UUID student, String type, Object data) {
        send(topic, student, type, data, UUID.randomUUID());
    }

    /** The same with an id of its own, so that it can be sent twice. */
    public static void send(String topic, UUID student, String type, Object data, UUID id) {
        String event = JSON.writeValueAsString(Map.of(
                "specversion",
                "1.0",
                "id",
                id.toString(),
                "source",
                "/notification-service",
                "type",
                type,
                "subject",
                student.toString(),
                "time",
                Instant.now().toString(),
                "datacontenttype",
                "application/json",
                "data",
                data));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Kafka.brokers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, student.toString(), event));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static void conforms(String schema, JsonNode value) {
        String path = "/contracts/events/schemas/" + schema + ".json";
        try (InputStream in = Topic.class.getResourceAsStream(path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var errors = SCHEMAS.getSchema(JSON.readTree(text)).validate(value);
            if (!errors.isEmpty()) {
                throw new AssertionError(schema + ": " + errors + " in " + value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
