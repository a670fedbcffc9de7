package vn.edu.privacy.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.test.StepVerifier;
import vn.edu.privacy.platform.testing.Kafka;
import vn.edu.privacy.platform.testing.RealParts;

@RealParts
@Import(MessagingProbe.class)
@TestPropertySource(
        properties = {
            "spring.cloud.function.definition=probeIn",
            "spring.cloud.stream.bindings.probeIn-in-0.destination=" + MessagingProbe.TOPIC
        })
class IntakeIT {
    /** All events go to one partition, so that one that blocked it would be noticed. */
    private static final int PARTITION = 0;

    @Autowired
    MessagingProbe probe;

    @Autowired
    DatabaseClient database;

    @Value("${spring.cloud.stream.default.group}")
    String group = "";

    private final String subject = UUID.randomUUID().toString();
    private final String next = UUID.randomUUID().toString();

    @BeforeEach
    void table() {
        StepVerifier.create(database.sql("create table if not exists seen (subject text)")
                        .then())
                .verifyComplete();
    }

    @Test
    void anEventThatComesTwiceTakesEffectOnce() {
        String event = event("recorded", subject);
        send(event, event, event("recorded", next));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(next)).isEqualTo(1));
        assertThat(seen(subject)).isEqualTo(1);
        assertThat(probe.calls).containsEntry(subject, 1);
    }

    @Test
    void aPoisonedEventGoesToTheDeadLettersWithItsReasonAndThePartitionGoesOn() {
        send(event("poison", subject), event("recorded", next));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(next)).isEqualTo(1));
        assertThat(seen(subject)).isZero();
        assertThat(probe.calls).containsEntry(subject, 4);
        assertThat(reasonOfDeadLetter(subject)).contains("no such student");
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAtOnce() {
        String nonsense = "{\"nonsense\":\"" + subject + "\"}";
        send(nonsense, event("recorded", next));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(next)).isEqualTo(1));
        assertThat(reasonOfDeadLetter(subject)).contains("specversion");
    }

    @Test
    void aHandlerThatFailsOnceIsTriedAgainAndLeavesNothingOfTheFirstTry() {
        send(event("second-try", subject));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(probe.calls).containsEntry(subject, 2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(subject)).isEqualTo(1));
    }

    @Test
    void anEventWaitsForADatabaseThatIsAwayInsteadOfDying() {
        send(event("outage", subject));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen(subject)).isEqualTo(1));
        assertThat(probe.calls).containsEntry(subject, 6);
    }

    private String reasonOfDeadLetter(String containing) {
        String topic = "error." + MessagingProbe.TOPIC + "." + group;
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Records.of(topic, 1).stream()
                                .filter(dead -> dead.value().contains(containing))
                                .map(IntakeIT::reason)
                                .findFirst()
                                .orElse(""),
                        reason -> !reason.isEmpty());
    }

    private static String reason(ConsumerRecord<String, String> dead) {
        Header reason = dead.headers().lastHeader("x-exception-message");
        return new String(reason.value(), StandardCharsets.UTF_8);
    }

    private static String event(String type, String subject) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s","time":"%s","data":{}}""".formatted(UUID.randomUUID(), type, subject, Instant.now());
    }

    private static void send(String... events) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Kafka.brokers()), new StringSerializer(), new StringSerializer())) {
            for (String event : events) {
                var unused = producer.send(new ProducerRecord<>(MessagingProbe.TOPIC, PARTITION, "an", event));
            }
            producer.flush();
        }
    }

    private long seen(String of) {
        return Objects.requireNonNull(database.sql("select count(*) from seen where subject = $1")
                .bind(0, of)
                .map(row -> row.get(0, Long.class))
                .one()
                .block());
    }
}
