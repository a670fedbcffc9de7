package vn.edu.privacy.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.testing.Kafka;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Topic;

/** A journal is read to its end before anything else starts, or nothing does. */
@RealParts
class JournalReplayIT {
    @Autowired
    Journals journals;

    @Autowired
    KafkaConnection kafka;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    JsonMapper json;

    private final String topic = "journal-" + UUID.randomUUID();
    private final List<String> replayed = new ArrayList<>();

    @Test
    void everythingWrittenIsReplayedAtEveryStartInOrder() {
        JournalReplay replay = journals.replayedAtStart(topic, new Taking(this::take));
        replay.start();
        assertThat(replay.isRunning()).isTrue();
        assertThat(replayed).as("an empty journal, new or lost").containsExactly("refill");
        UUID subject = UUID.randomUUID();
        Topic.send(topic, subject, "first", Map.of());
        Topic.send(topic, subject, "second", Map.of());
        await().untilAsserted(() -> {
            replayed.clear();
            replay.start();
            assertThat(replayed).containsExactly("first", "second");
        });
    }

    @Test
    void anEventThatCannotBeReplayedKeepsTheServiceFromStarting() {
        journals.replayedAtStart(topic, new Taking(this::take)).start();
        Topic.send(topic, UUID.randomUUID(), "first", Map.of());
        JournalReplay failing = journals.replayedAtStart(
                topic, new Taking(events -> Mono.error(new IllegalArgumentException("no such thing"))));
        await().untilAsserted(() -> assertThatThrownBy(failing::start).hasMessageContaining("no such thing"));
        assertThat(failing.isRunning()).isFalse();
    }

    @Test
    void aReplayThatDoesNotEndKeepsTheServiceFromStarting() {
        journals.replayedAtStart(topic, new Taking(this::take)).start();
        Topic.send(topic, UUID.randomUUID(), "first", Map.of());
        JournalReplay endless = new JournalReplay(
                topic, new Taking(events -> Mono.never()), kafka, transaction, json, Duration.ofSeconds(3));
        await().untilAsserted(() -> assertThatThrownBy(endless::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(topic + " could not be replayed within PT3S"));
        assertThat(endless.isRunning()).isFalse();
    }

    @Test
    void aTopicThatWouldForgetKeepsTheServiceFromStarting() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Kafka.brokers()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        assertThatThrownBy(journals.replayedAtStart(topic, new Taking(this::take))::start)
                .hasMessageContaining(topic)
                .hasMessageContaining("cleanup.policy=compact");
    }

    private final class Taking implements JournalHandler {
        private final Function<List<IncomingEvent>, Mono<Void>> how;

        private Taking(Function<List<IncomingEvent>, Mono<Void>> how) {
            this.how = how;
        }

        @Override
        public Mono<Void> replay(List<IncomingEvent> events) {
            return how.apply(events);
        }

        @Override
        public Mono<Void> refill() {
            return Mono.fromRunnable(() -> replayed.add("refill"));
        }
    }

    private Mono<Void> take(List<IncomingEvent> events) {
        return Mono.fromRunnable(() -> events.forEach(event -> replayed.add(event.type())));
    }
}
