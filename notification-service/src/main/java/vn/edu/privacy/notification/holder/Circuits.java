package vn.edu.privacy.notification.holder;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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
    private static final float ALL_OF_THEM = 100;

    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Map<String, Health> health = new ConcurrentHashMap<>();
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();
    private final CircuitBreakerConfig config;
    private final HolderRows rows;
    private final Clock clock;

    Circuits(HolderProperties properties, HolderRows rows, Clock clock) {
        HolderProperties.Circuit circuit = properties.holderCircuit();
        Backoff pause = new Backoff(circuit.first(), circuit.longest());
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(circuit.opensAfter())
                .minimumNumberOfCalls(circuit.opensAfter())
                .failureRateThreshold(ALL_OF_THEM)
                .waitIntervalFunctionInOpenState(opened -> pause.after(opened).toMillis())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordResult(String.class::isInstance)
                .build();
        this.rows = rows;
        this.clock = clock;
    }

    /** Holders that are not to be called now. */
    public List<String> open() {
        return breakers.values().stream()
                .filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
                .map(CircuitBreaker::getName)
                .toList();
    }

    /** Whether the holder may be called now; of several that ask after a pause, one may. It tells when it is {@link #over}. */
    public boolean allows(String holder) {
        return breaker(holder).tryAcquirePermission();
    }

    /** The call that was allowed has ended; if it never reached the holder, another may try it. */
    public void over(String holder) {
        breaker(holder).releasePermission();
    }

    /** It answered, however it did, and even when it was not to be asked. */
    void answered(String holder, Duration took) {
        CircuitBreaker breaker = breaker(holder);
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        if (breaker.getState() != CircuitBreaker.State.CLOSED) {
            breaker.transitionToClosedState();
        }
        saw(holder, before -> before.answered(clock.instant(), took));
    }

    /**
     * It did not.
     *
     * @param failure in a few words without personal data
     */
    void failed(String holder, Duration took, String failure) {
        breaker(holder).onResult(took.toNanos(), TimeUnit.NANOSECONDS, failure);
        saw(holder, before -> before.failed(clock.instant(), failure));
    }

    /** Calls it again at once, for instance after somebody has mended it. */
    public void close(String holder) {
        breakers.remove(holder);
        health.remove(holder);
    }

    @Scheduled(fixedDelayString = "${privacy.holders-health.interval:PT5S}")
    Mono<Void> write() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(unwritten)))
                .filter(unwritten::remove)
                .concatMapDelayError(
                        holder -> Mono.justOrEmpty(health.get(holder)).flatMap(seen -> rows.heard(holder, seen)))
                .then();
    }

    private void saw(String holder, UnaryOperator<Health> change) {
        health.compute(holder, (code, before) -> change.apply(before == null ? Health.UNKNOWN : before));
        unwritten.add(holder);
    }

    private CircuitBreaker breaker(String holder) {
        return breakers.computeIfAbsent(holder, code -> CircuitBreaker.of(code, config));
    }
}
