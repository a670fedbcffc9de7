package vn.edu.privacy.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.testing.RealParts;

@RealParts
@Import(MessagingProbe.class)
@TestPropertySource(
        properties = {
            "spring.cloud.function.definition=probeIn",
            "spring.cloud.stream.bindings.probeIn-in-0.destination=" + MessagingProbe.TOPIC
        })
class OutboxRelayIT {
    private static final int EVENTS_OF_A_KEY = 25;
    private static final List<String> KEYS = List.of("an", "binh", "chi", "dung");

    @Autowired
    Outbox outbox;

    @Autowired
    MessagingProbe probe;

    @Autowired
    Broker broker;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    JsonMapper json;

    private final String topic = "out." + UUID.randomUUID();

    @BeforeEach
    void brokerWorks() {
        probe.failingSends.set(0);
    }

    @Test
    void anEventLeavesAsACloudEventAfterTheCommit() {
        StepVerifier.create(transaction.transactional(
                        outbox.append(new OutgoingEvent(topic, "an", "student.changed.v1", Map.of("seq", 7)))))
                .verifyComplete();

        ConsumerRecord<String, String> sent = Records.of(topic, 1).getFirst();
        JsonNode event = json.readTree(sent.value());
        assertThat(sent.key()).isEqualTo("an");
        assertThat(new String(sent.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                .contains("application/cloudevents+json");
        assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(event.get("type").stringValue()).isEqualTo("student.changed.v1");
        assertThat(event.get("subject").stringValue()).isEqualTo("an");
        assertThat(event.get("source").stringValue()).isEqualTo("/probe");
        assertThat(event.get("data").get("seq").intValue()).isEqualTo(7);
        assertThat(UUID.fromString(event.get("id").stringValue()).version()).isEqualTo(7);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void nothingLeavesWhenTheTransactionRollsBack() {
        StepVerifier.create(transaction.execute(status -> {
                    status.setRollbackOnly();
                    return outbox.append(event("an", 0));
                }))
                .verifyComplete();
        StepVerifier.create(outbox.append(event("an", 1))).verifyComplete();

        assertThat(Records.of(topic, 1)).extracting(this::seq).containsExactly(1);
    }

    @Test
    void nothingIsLostOrReorderedWhileTheBrokerIsAway() {
        probe.failingSends.set(4);
        appendAll();

        assertOrderOfEachKey();
        assertThat(probe.failingSends).hasValue(0);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void aSecondRelayNeitherReordersNorRepeats() {
        Relay second = new Relay(
                new Drain(database, transaction, broker, 3),
                new OutboxGauge(database, Clock.systemUTC()),
                Duration.ofMillis(5));
        second.start();
        try {
            appendAll();
            assertOrderOfEachKey();
        } finally {
            second.stop();
        }
    }

    /** Keys at the same time, the events of one key one after another. */
    private void appendAll() {
        StepVerifier.create(Flux.fromIterable(KEYS)
                        .flatMap(key -> Flux.range(0, EVENTS_OF_A_KEY)
                                .concatMap(seq -> transaction.transactional(outbox.append(event(key, seq))))))
                .verifyComplete();
    }

    private void assertOrderOfEachKey() {
        Map<String, List<Integer>> sent = Records.of(topic, KEYS.size() * EVENTS_OF_A_KEY).stream()
                .collect(
                        Collectors.groupingBy(ConsumerRecord::key, Collectors.mapping(this::seq, Collectors.toList())));
        assertThat(sent).containsOnlyKeys(KEYS);
        assertThat(sent.values())
                .allSatisfy(order -> assertThat(order)
                        .isEqualTo(IntStream.range(0, EVENTS_OF_A_KEY).boxed().toList()));
    }

    private OutgoingEvent event(String key, int seq) {
        return new OutgoingEvent(topic, key, "counted", Map.of("seq", seq));
    }

    private int seq(ConsumerRecord<String, String> sent) {
        return json.readTree(sent.value()).get("data").get("seq").intValue();
    }

    private long waiting() {
        return Objects.requireNonNull(database.sql("select count(*) from outbox")
                .map(row -> row.get(0, Long.class))
                .one()
                .block());
    }
}
