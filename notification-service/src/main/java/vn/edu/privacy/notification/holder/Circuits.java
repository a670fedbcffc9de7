package vn.edu.privacy.notification.holder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.retry.Backoff;

/**
 * Keeps a holder that does not answer from holding up the others: after some failures in a row nobody calls it for a while,
 * then one call tries it, and its success lets all through again. What was seen is written to the registry now and then.
 */
@Component
public class Circuits {
    /** A trial that does not come back is given up. */
    private static final Duration TRIAL = Duration.ofSeconds(30);

    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();
    private final Map<String, Health> unwritten = new ConcurrentHashMap<>();
    private final HolderRows rows;
    private final Clock clock;
    private final int opensAfter;
    private final Backoff pause;

    Circuits(HolderProperties properties, HolderRows rows, Clock clock) {
        this.opensAfter = properties.holderCircuit().opensAfter();
        this.pause = new Backoff(
                properties.holderCircuit().first(), properties.holderCircuit().longest());
        this.rows = rows;
        this.clock = clock;
    }

    /** Holders that are not to be called now. */
    public List<String> open() {
        Instant now = clock.instant();
        return circuits.entrySet().stream()
                .filter(entry -> entry.getValue().isOpen(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the holder may be called now; of several that ask after a pause, one may. */
    public boolean allows(String holder) {
        Instant now = clock.instant();
        boolean[] allowed = {true};
        circuits.computeIfPresent(holder, (code, circuit) -> {
            if (circuit.until() == null) {
                return circuit;
            }
            allowed[0] = !circuit.isOpen(now);
            return allowed[0] ? circuit.trying(now.plus(TRIAL)) : circuit;
        });
        return allowed[0];
    }

    /** It answered, however it did. */
    void answered(String holder, Duration took) {
        Circuit circuit = circuits.compute(
                holder, (code, before) -> (before == null ? Circuit.CLOSED : before).answered(clock.instant(), took));
        unwritten.put(holder, circuit.health());
    }

    /** It did not. */
    void failed(String holder, String failure) {
        Circuit circuit =
                circuits.compute(holder, (code, before) -> failed(before == null ? Circuit.CLOSED : before, failure));
        unwritten.put(holder, circuit.health());
    }

    private Circuit failed(Circuit before, String failure) {
        Instant now = clock.instant();
        Health health = before.health();
        int failures = health.consecutiveFailures() + 1;
        return new Circuit(
                new Health(health.lastSuccessAt(), now, failure, failures, health.latencyMillis()),
                failures < opensAfter ? null : now.plus(pause.after(failures - opensAfter + 1)));
    }

    /** Calls it again at once, for instance after somebody has mended it. */
    public void close(String holder) {
        circuits.remove(holder);
    }

    @Scheduled(fixedDelayString = "${privacy.holders-health.interval:PT5S}")
    Mono<Void> write() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(unwritten.keySet())))
                .concatMapDelayError(holder ->
                        Mono.justOrEmpty(unwritten.remove(holder)).flatMap(health -> rows.heard(holder, health)))
                .then();
    }

    /** What is known of one holder, and until when it is not called. */
    private record Circuit(Health health, @Nullable Instant until) {
        static final Circuit CLOSED = new Circuit(Health.UNKNOWN, null);

        boolean isOpen(Instant now) {
            return until != null && now.isBefore(until);
        }

        Circuit trying(Instant end) {
            return new Circuit(health, end);
        }

        Circuit answered(Instant at, Duration took) {
            return new Circuit(
                    new Health(at, health.lastFailureAt(), health.lastFailure(), 0, (int) took.toMillis()), null);
        }
    }
}
