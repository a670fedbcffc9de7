package vn.edu.privacy.notification.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;

/** The clocks that run, as kept; everything joins the caller's transaction. */
public interface Clocks {
    /** Starts the clocks of a request. */
    Mono<Void> start(UUID requestId, StartedClocks started);

    /** The steps were done; a clock that was met before keeps its time. */
    Mono<Void> meet(UUID requestId, Collection<ClockRule.Code> codes, Instant at);

    /** Gives clocks of a request the later time that an extension moved them to. */
    Mono<Void> extend(UUID requestId, List<RunningClock> moved);

    /** The clocks of each request, nearest first; a request without clocks is absent. */
    Mono<Map<UUID, List<RunningClock>>> of(Collection<UUID> requestIds);

    /**
     * Notes every clock that has run out unmet, each once.
     *
     * @return how many were noted
     */
    Mono<Long> noteOverdue(Instant now);
}
