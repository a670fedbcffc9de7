package vn.edu.privacy.platform.messaging;

import java.time.Duration;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Journals: compacted topics that a service reads back when it starts, as the memory that a restored database has not.
 * They are written through the {@link Outbox} as every event is.
 */
public final class Journals {
    private final KafkaConnection kafka;
    private final TransactionalOperator transaction;
    private final JsonMapper mapper;
    private final Duration timeout;

    Journals(KafkaConnection kafka, TransactionalOperator transaction, JsonMapper mapper, Duration timeout) {
        this.kafka = kafka;
        this.transaction = transaction;
        this.mapper = mapper;
        this.timeout = timeout;
    }

    /**
     * The bean that replays a journal before the service serves anybody.
     *
     * @param topic made when it is missing
     * @param handler what its events do; an unchanged one must do no harm
     */
    public JournalReplay replayedAtStart(String topic, JournalHandler handler) {
        return new JournalReplay(topic, handler, kafka, transaction, mapper, timeout);
    }
}
