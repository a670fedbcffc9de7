package vn.edu.privacy.notification.incident.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.incident.domain.BreachLaw;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentClock;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;
import vn.edu.privacy.notification.incident.domain.Step;

/** Moves a violation on: state, deadlines and log together, in the caller's transaction. */
public final class IncidentCourse {
    private final Incidents incidents;
    private final Regimes regimes;

    public IncidentCourse(Incidents incidents, Regimes regimes) {
        this.incidents = incidents;
        this.regimes = regimes;
    }

    /** The rules that a violation is handled by. */
    BreachLaw law(Facts facts) {
        return BreachLaw.of(regimes, facts.regimes());
    }

    /** The deadlines of a violation as they stand. */
    List<IncidentClock> clocks(StoredIncident stored) {
        Incident incident = stored.incident();
        return law(incident.facts())
                .clocks(
                        incident.facts(),
                        incident.assessment(),
                        incident.authorityToldAt().orElse(null),
                        stored.takenAt(Step.PEOPLE_TOLD).orElse(null));
    }

    /** The locked violation, for who may handle it and saw this version of it, or did not say which. */
    Mono<StoredIncident> locked(UUID id, Handler handler, @Nullable Long seen) {
        return locked(id)
                .filter(found -> handler.sees(found.incident().facts()))
                .switchIfEmpty(refused(Reason.UNKNOWN_INCIDENT))
                .filter(found -> seen == null || seen == found.version())
                .switchIfEmpty(refused(Reason.STALE));
    }

    /** The locked violation, for what this system does by itself. */
    Mono<StoredIncident> locked(UUID id) {
        return incidents.lock(id).switchIfEmpty(refused(Reason.UNKNOWN_INCIDENT));
    }

    /** Keeps the new state of a locked violation. */
    Mono<StoredIncident> move(StoredIncident before, Incident after, Incidents.Entry entry) {
        return keep(new StoredIncident(after, before.version(), before.steps()), entry);
    }

    /** Keeps a locked violation to which something was added. */
    Mono<StoredIncident> keep(StoredIncident changed, Incidents.Entry entry) {
        return incidents
                .save(changed, clocks(changed), entry.at())
                .delayUntil(saved -> incidents.log(changed.incident().facts().id(), entry));
    }

    /** An entry of the log. */
    static Incidents.Entry entry(Instant at, @Nullable String by, String event, @Nullable Enum<?> detail) {
        return new Incidents.Entry(at, by, event, detail == null ? null : detail.name());
    }

    /** Refuses. */
    static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new IncidentRefused(reason));
    }
}
