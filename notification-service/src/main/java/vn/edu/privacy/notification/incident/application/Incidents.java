package vn.edu.privacy.notification.incident.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentClock;
import vn.edu.privacy.notification.incident.domain.IncidentState;
import vn.edu.privacy.notification.incident.domain.StepDone;

/** The register of violations; everything joins the caller's transaction. */
public interface Incidents {
    /** The next reference of a year. */
    Mono<String> nextReference(int year);

    /** Keeps a new violation with its deadlines. */
    Mono<StoredIncident> insert(Incident incident, List<IncidentClock> clocks);

    /** The violation, locked until the transaction ends; empty when unknown. */
    Mono<StoredIncident> lock(UUID id);

    /** The violation; empty when unknown. */
    Mono<StoredIncident> find(UUID id);

    /** Those asked for, the nearest open deadline first. */
    Mono<List<StoredIncident>> list(Query query);

    /** The newest hundred of which a notice stands in public, the newest first. */
    Mono<List<StoredIncident>> inPublic();

    /** Keeps the state of a locked violation, and its deadlines as they are now. */
    Mono<StoredIncident> save(StoredIncident incident, List<IncidentClock> clocks, Instant at);

    /** Keeps a step; false when it was kept before. */
    Mono<Boolean> take(UUID id, StepDone step);

    /** Writes into the register's log. */
    Mono<Void> log(UUID id, Entry entry);

    /** What happened, oldest first. */
    Mono<List<Entry>> timeline(UUID id);

    /** Deadlines that nobody was reminded of though they come before that moment, or that ran out unnoted; marks them. */
    Mono<List<Due>> claimDue(Instant now, Instant remindBefore);

    /**
     * Which violations.
     *
     * @param unit only this unit's
     * @param state only those in this state
     * @param limit at most so many
     */
    record Query(@Nullable String unit, @Nullable IncidentState state, int limit) {}

    /**
     * One thing that happened.
     *
     * @param at when
     * @param by the account; null when the system did it itself
     * @param event what
     * @param detail a code: step, state or number; never anybody's words
     */
    record Entry(
            Instant at,
            @Nullable String by,
            String event,
            @Nullable String detail) {}

    /**
     * A deadline that comes near or has passed.
     *
     * @param id the violation
     * @param unit whose officers are told
     * @param code who is to be told of the violation
     * @param regime by which law
     * @param overdue whether it has passed
     */
    record Due(UUID id, String unit, IncidentClock.Code code, String regime, boolean overdue) {}
}
