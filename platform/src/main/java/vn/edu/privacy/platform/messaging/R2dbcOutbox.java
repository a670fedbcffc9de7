package vn.edu.privacy.platform.messaging;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The outbox in PostgreSQL; after the commit it wakes the relay of this process. */
final class R2dbcOutbox implements Outbox {
    private static final String APPEND = """
            insert into outbox (event_id, bucket, topic, key, type, payload)
            select e, b, o, k, y, p
            from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[])
                with ordinality as t (e, b, o, k, y, p, n)
            order by n""";
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final DatabaseClient database;
    private final JsonMapper mapper;
    private final Clock clock;
    private final String source;
    private final Runnable afterCommit;

    R2dbcOutbox(DatabaseClient database, JsonMapper mapper, Clock clock, String source, Runnable afterCommit) {
        this.database = database;
        this.mapper = mapper;
        this.clock = clock;
        this.source = source;
        this.afterCommit = afterCommit;
    }

    @Override
    public Mono<Void> append(OutgoingEvent event) {
        return append(List.of(event));
    }

    @Override
    public Mono<Void> append(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> insert(events)).then(wakeAfterCommit());
    }

    private Mono<Void> insert(List<OutgoingEvent> events) {
        int size = events.size();
        UUID[] ids = new UUID[size];
        Short[] buckets = new Short[size];
        String[] topics = new String[size];
        String[] keys = new String[size];
        String[] types = new String[size];
        String[] payloads = new String[size];
        for (int i = 0; i < size; i++) {
            OutgoingEvent event = events.get(i);
            ids[i] = IDS.generate();
            buckets[i] = (short) Bucket.of(event.key());
            topics[i] = event.topic();
            keys[i] = event.key();
            types[i] = event.type();
            payloads[i] = CloudEvent.write(ids[i], source, event, clock, mapper);
        }
        return database.sql(APPEND)
                .bind(0, ids)
                .bind(1, buckets)
                .bind(2, topics)
                .bind(3, keys)
                .bind(4, types)
                .bind(5, payloads)
                .then();
    }

    /** Outside a transaction the insert has committed by itself already. */
    private Mono<Void> wakeAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(afterCommit);
                    }
                }))
                .then()
                .onErrorResume(NoTransactionException.class, none -> Mono.fromRunnable(afterCommit));
    }
}
