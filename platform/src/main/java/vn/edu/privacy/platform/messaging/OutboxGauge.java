package vn.edu.privacy.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How many events wait in the outbox, and for how long the oldest has. Measured now and then, not on each scrape. */
final class OutboxGauge implements MeterBinder {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String MEASURE = """
            select count(*) as pending,
                coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as lag
            from outbox""";

    private final DatabaseClient database;
    private final Clock clock;
    private volatile Instant due = Instant.MIN;
    private volatile Measure last = new Measure(0, 0);

    OutboxGauge(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> refresh() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            if (now.isBefore(due)) {
                return Mono.empty();
            }
            due = now.plus(EVERY);
            return database.sql(MEASURE)
                    .map(row -> new Measure(
                            Objects.requireNonNull(row.get("pending", Long.class)),
                            Objects.requireNonNull(row.get("lag", Double.class))))
                    .one()
                    .doOnNext(measure -> last = measure)
                    .then();
        });
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.pending", this, gauge -> gauge.last.pending())
                .description("events that wait to be sent")
                .register(registry);
        Gauge.builder("outbox.lag", this, gauge -> gauge.last.lag())
                .description("age of the oldest event that waits")
                .baseUnit("seconds")
                .register(registry);
    }

    private record Measure(long pending, double lag) {}
}
