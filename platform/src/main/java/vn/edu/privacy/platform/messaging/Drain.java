package vn.edu.privacy.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Empties buckets of the outbox into the broker. A bucket is held by an advisory lock that lasts as long as the
 * transaction, so that of all instances one at a time sends it, in order. Rows go when the broker has them; what was sent
 * twice because a commit failed is dropped by the receiver.
 */
final class Drain {
    private static final int LOCKS = 0x6F757462;
    private static final int BUCKETS_AT_A_TIME = 4;

    private static final String WAITING = """
            select b from generate_series(0, $1) b
            where exists (select 1 from outbox where outbox.bucket = b)""";
    private static final String LEASE = "select pg_try_advisory_xact_lock($1, $2)";
    private static final String NEXT =
            "select id, topic, key, payload from outbox where bucket = $1 order by id limit $2";
    private static final String DELETE = "delete from outbox where id = any($1::bigint[])";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Broker broker;
    private final int batch;

    Drain(DatabaseClient database, TransactionalOperator transaction, Broker broker, int batch) {
        this.database = database;
        this.transaction = transaction;
        this.broker = broker;
        this.batch = batch;
    }

    /**
     * Sends one batch of every bucket that has rows. Gives true when there may be more; fails when the broker did not
     * take everything, after the deletion of what it took.
     */
    Mono<Boolean> once(Scheduler sending) {
        return database.sql(WAITING)
                .bind(0, Bucket.COUNT - 1)
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMapDelayError(bucket -> bucket(bucket, sending), BUCKETS_AT_A_TIME, 1)
                .reduce(false, Boolean::logicalOr);
    }

    private Mono<Boolean> bucket(int bucket, Scheduler sending) {
        Mono<Sent> sent = lease(bucket)
                .filter(held -> held)
                .flatMap(held -> next(bucket))
                .flatMap(rows -> Mono.fromCallable(() -> send(rows)).subscribeOn(sending))
                .flatMap(result -> delete(result.ids()).thenReturn(result));
        return transaction.transactional(sent).flatMap(result -> {
            RuntimeException failure = result.failure();
            return failure == null ? Mono.just(result.ids().size() == batch) : Mono.error(failure);
        });
    }

    private Mono<Boolean> lease(int bucket) {
        return database.sql(LEASE)
                .bind(0, LOCKS)
                .bind(1, bucket)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** A statement of its own: its snapshot must be younger than the lease. */
    private Mono<List<OutboxRow>> next(int bucket) {
        return database.sql(NEXT)
                .bind(0, bucket)
                .bind(1, batch)
                .map(row -> new OutboxRow(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        Objects.requireNonNull(row.get("topic", String.class)),
                        Objects.requireNonNull(row.get("key", String.class)),
                        Objects.requireNonNull(row.get("payload", String.class))))
                .all()
                .collectList();
    }

    private Sent send(List<OutboxRow> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            try {
                broker.send(row);
            } catch (RuntimeException failure) {
                return new Sent(ids, failure);
            }
            ids.add(row.id());
        }
        return new Sent(ids, null);
    }

    private Mono<Void> delete(List<Long> ids) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(DELETE).bind(0, ids.toArray(Long[]::new)).then();
    }

    private record Sent(List<Long> ids, @Nullable RuntimeException failure) {}
}
