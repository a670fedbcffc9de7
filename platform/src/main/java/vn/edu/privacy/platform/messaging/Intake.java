package vn.edu.privacy.platform.messaging;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes events in, each once. One transaction holds the note that the event was taken in and what its handler does; the
 * consumer thread waits for its commit before the record is acknowledged. An event that comes again is dropped.
 *
 * <p>A handler that fails is tried again by the binding, a few times with growing pauses, then the event goes to the dead
 * letters ({@code error.<topic>.<group>}, reason in its headers) and the partition goes on. While the database is away
 * nothing is wrong with the event: it waits until the database is back.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String TAKE = "insert into intake (consumer, event_id) values ($1, $2) on conflict do nothing";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper mapper;
    private final Duration timeout;
    private final Duration outage;

    Intake(
            DatabaseClient database,
            TransactionalOperator transaction,
            JsonMapper mapper,
            Duration timeout,
            Duration outage) {
        this.database = database;
        this.transaction = transaction;
        this.mapper = mapper;
        this.timeout = timeout;
        this.outage = outage;
    }

    /**
     * The function to bind to a topic.
     *
     * @param consumer names the reader: what one has taken in, another may still take in
     * @param handler what to do with each event
     */
    public Consumer<Message<byte[]>> into(String consumer, EventHandler handler) {
        return message -> await(takeIn(consumer, CloudEvent.read(message.getPayload(), mapper), handler));
    }

    private Mono<Void> takeIn(String consumer, IncomingEvent event, EventHandler handler) {
        Mono<Void> once = database.sql(TAKE)
                .bind(0, consumer)
                .bind(1, event.id())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.fromRunnable(() -> LOG.debug("{} has taken in {} before", consumer, event.id())))
                .flatMap(rows -> handler.handle(event));
        return transaction
                .transactional(once)
                .timeout(timeout)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(Outage::isOne)
                        .doBeforeRetry(retry -> LOG.warn(
                                "{} waits with {} for the database: {}",
                                consumer,
                                event.id(),
                                retry.failure().toString())));
    }

    /**
     * The one place that blocks, on the consumer's own thread: a record must not be acknowledged before its commit. When
     * an outage outlasts the wait the record is delivered again.
     */
    private void await(Mono<Void> work) {
        work.block(outage);
    }
}
