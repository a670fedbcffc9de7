package vn.edu.privacy.platform.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Carries the outbox to the broker: one round after another, each woken by a commit of this process or by the clock. A
 * failing broker or database slows the rounds down, never ends them.
 */
final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int SENDING_THREADS = 4;
    private static final int QUEUED_BATCHES = 64;

    private final Drain drain;
    private final OutboxGauge gauge;
    private final Duration poll;

    private final AtomicReference<Sinks.Empty<Void>> woken = new AtomicReference<>(Sinks.empty());
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<@Nullable Run> current = new AtomicReference<>();

    Relay(Drain drain, OutboxGauge gauge, Duration poll) {
        this.drain = drain;
        this.gauge = gauge;
        this.poll = poll;
    }

    /** Something was committed. Cheap, never blocks. */
    void wake() {
        woken.get().tryEmitEmpty();
    }

    @Override
    public void start() {
        Run run = new Run();
        if (current.compareAndSet(null, run)) {
            run.begin();
        }
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** The round under way ends in peace; then the callback. */
    @Override
    public void stop(Runnable callback) {
        Run run = current.getAndSet(null);
        if (run == null) {
            callback.run();
        } else {
            run.end(callback);
        }
    }

    @Override
    public boolean isRunning() {
        return current.get() != null;
    }

    /** After the web server and the consumers have stopped, before the producers do. */
    @Override
    public int getPhase() {
        return 0;
    }

    private final class Run {
        private final Scheduler sending =
                Schedulers.newBoundedElastic(SENDING_THREADS, QUEUED_BATCHES, "outbox-relay", 60, true);
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final Sinks.Empty<Void> stopping = Sinks.empty();
        private final Sinks.Empty<Void> ended = Sinks.empty();

        void begin() {
            Mono.defer(this::round)
                    .repeat(going::get)
                    .doFinally(signal -> {
                        sending.dispose();
                        ended.tryEmitEmpty();
                    })
                    .subscribe(next -> {}, error -> LOG.error("the relay ended", error));
        }

        void end(Runnable callback) {
            going.set(false);
            stopping.tryEmitEmpty();
            ended.asMono().subscribe(none -> {}, error -> callback.run(), callback);
        }

        private Mono<Void> round() {
            // armed before looking: a commit during the round starts the next one at once
            Sinks.Empty<Void> armed = Sinks.empty();
            woken.set(armed);
            return drain.once(sending)
                    .flatMap(more -> gauge.refresh().thenReturn(more))
                    .doOnNext(more -> failures.set(0))
                    .flatMap(more -> more
                            ? Mono.<Void>empty()
                            : Mono.firstWithSignal(armed.asMono(), stopping.asMono(), pause(poll)))
                    .onErrorResume(this::afterFailure);
        }

        private Mono<Void> afterFailure(Throwable failure) {
            int count = failures.incrementAndGet();
            Duration pause = poll.multipliedBy(1L << Math.min(count, 10));
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            LOG.warn(
                    "the outbox waits {} after failure {}: {}",
                    pause,
                    count,
                    Exceptions.unwrapMultiple(failure).getFirst().toString());
            return Mono.firstWithSignal(stopping.asMono(), pause(pause));
        }

        private static Mono<Void> pause(Duration length) {
            return Mono.delay(length).then();
        }
    }
}
