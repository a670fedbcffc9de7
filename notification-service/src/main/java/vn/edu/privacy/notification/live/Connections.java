package vn.edu.privacy.notification.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** Bounds how many connections stay open, so that nobody holds all of them. */
@Component
class Connections {
    private static final ProblemType TOO_MANY = new ProblemType("too-many-streams", 429);

    private final LiveProperties properties;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();

    Connections(LiveProperties properties) {
        this.properties = properties;
    }

    /** The stream, or a 429 problem when there are too many already. */
    <T> Flux<T> bounded(String caller, Flux<T> stream) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > properties.connections()) {
                open.decrementAndGet();
                return Flux.error(ProblemException.of(TOO_MANY));
            }
            int own = byCaller.merge(caller, 1, Integer::sum);
            Flux<T> held = own > properties.perCaller() ? Flux.error(ProblemException.of(TOO_MANY)) : stream;
            return held.doFinally(end -> {
                open.decrementAndGet();
                byCaller.computeIfPresent(caller, (id, many) -> many == 1 ? null : many - 1);
            });
        });
    }
}
