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

    /** Steps that were done turned out not to be: their clocks run on, with the time they were due at. */
    Mono<Void> reopen(UUID requestId, Collection<ClockRule.Code> codes);

    /** Gives clocks of a request the later time that an extension moved them to. */
    Mono<Void> extend(UUID requestId, List<RunningClock> moved);

    /** Stops the clocks that measure work and have not run out; the reply is never waited for. */
    Mono<Void> pause(UUID requestId, Instant at);

    /**
     * Lets clocks go on that stood still.
     *
     * @param from when they began to run
     * @param moved with their new time
     */
    Mono<Void> resume(UUID requestId, Instant from, List<RunningClock> moved);

    /** The clocks of each request, nearest first; a request without clocks is absent. */
    Mono<Map<UUID, List<RunningClock>>> of(Collection<UUID> requestIds);

    /** Requests with clocks that have run out unmet and are not noted, oldest first; joins no transaction. */
    Mono<List<UUID>> runOut(Instant now, int limit);

    /**
     * Notes the clocks of a locked request that have run out unmet, each once: the record stays, whatever is done later.
     *
     * @return those noted now
     */
    Mono<List<RunningClock>> noteOverdue(UUID requestId, Instant now);

    /** Requests with a reminder whose moment has come, oldest first; joins no transaction. */
    Mono<List<UUID>> toRemind(Instant now, int limit);

    /**
     * Takes the reminders of a locked request whose moment has come, and sets the next ones.
     *
     * @return the clocks that are to be reminded of
     */
    Mono<List<RunningClock>> takeReminders(UUID requestId, Instant now);
}
