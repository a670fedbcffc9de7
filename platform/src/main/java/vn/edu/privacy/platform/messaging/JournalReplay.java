package vn.edu.privacy.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a journal, a compacted topic, from its beginning to its end when the service starts, before the web server, the
 * relay and the consumers do: what a restored database has forgotten is done again before anybody is served from it.
 * Fails closed: when the journal cannot be read to its end in time, the service does not start.
 */
public final class JournalReplay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReplay.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BEFORE_ALL_OTHERS = -1000;

    private final String topic;
    private final JournalHandler handler;
    private final KafkaConnection kafka;
    private final TransactionalOperator transaction;
    private final JsonMapper mapper;
    private final Duration timeout;
    private volatile boolean running;

    JournalReplay(
            String topic,
            JournalHandler handler,
            KafkaConnection kafka,
            TransactionalOperator transaction,
            JsonMapper mapper,
            Duration timeout) {
        this.topic = topic;
        this.handler = handler;
        this.kafka = kafka;
        this.transaction = transaction;
        this.mapper = mapper;
        this.timeout = timeout;
    }

    /**
     * Blocks until the whole journal has been replayed.
     *
     * @throws IllegalStateException when it cannot be within the time
     */
    @Override
    public void start() {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean there = new JournalTopic(kafka, topic).require(timeout);
        int replayed = there ? replay(deadline) : 0;
        if (replayed == 0) {
            carryOut(handler.refill(), deadline);
        }
        LOG.info("replayed {} events of {}", replayed, topic);
        running = true;
    }

    private int replay(long deadline) {
        try (KafkaConsumer<byte[], byte[]> journal = consumer()) {
            rewind(journal, deadline);
            return replay(journal, deadline);
        } catch (TimeoutException e) {
            throw late(e);
        }
    }

    private int replay(KafkaConsumer<byte[], byte[]> journal, long deadline) {
        Map<TopicPartition, Long> ends = journal.endOffsets(journal.assignment(), left(deadline));
        int replayed = 0;
        while (!read(journal, ends, deadline)) {
            List<IncomingEvent> events = StreamSupport.stream(journal.poll(POLL).spliterator(), false)
                    .filter(message -> message.value() != null)
                    .map(message -> CloudEvent.read(message.value(), mapper))
                    .toList();
            if (!events.isEmpty()) {
                carryOut(handler.replay(events), deadline);
                replayed += events.size();
            }
        }
        return replayed;
    }

    private void carryOut(Mono<Void> work, long deadline) {
        transaction
                .transactional(work)
                .timeout(left(deadline), Mono.error(() -> late(null)))
                .block();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_ALL_OTHERS;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void rewind(KafkaConsumer<byte[], byte[]> journal, long deadline) {
        List<TopicPartition> partitions = journal.partitionsFor(topic, left(deadline)).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(topic + " is there, but its partitions are not known yet");
        }
        journal.assign(partitions);
        journal.seekToBeginning(partitions);
    }

    private boolean read(KafkaConsumer<byte[], byte[]> journal, Map<TopicPartition, Long> ends, long deadline) {
        return ends.entrySet().stream()
                .allMatch(end -> journal.position(end.getKey(), left(deadline)) >= end.getValue());
    }

    private Duration left(long deadline) {
        long nanos = deadline - System.nanoTime();
        if (nanos <= 0) {
            throw late(null);
        }
        return Duration.ofNanos(nanos);
    }

    private IllegalStateException late(@Nullable Throwable cause) {
        return new IllegalStateException(topic + " could not be replayed within " + timeout, cause);
    }
}
