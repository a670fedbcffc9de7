package vn.edu.privacy.notification.incident.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.domain.BreachLaw;
import vn.edu.privacy.notification.incident.domain.Checklist;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;
import vn.edu.privacy.notification.incident.domain.Step;

/** Shows violations, each only to whom it may be shown. */
public final class ReadIncidents {
    private final Incidents incidents;
    private final AffectedPeople affected;
    private final IncidentCourse course;

    public ReadIncidents(Incidents incidents, AffectedPeople affected, IncidentCourse course) {
        this.incidents = incidents;
        this.affected = affected;
        this.course = course;
    }

    /** One violation; {@link IncidentRefused} (in the Mono) when the reader may not know of it. */
    public Mono<IncidentDetails> one(UUID id, Handler reader) {
        return incidents
                .find(id)
                .filter(found -> reader.sees(found.incident().facts()))
                .switchIfEmpty(IncidentCourse.refused(Reason.UNKNOWN_INCIDENT))
                .flatMap(this::details);
    }

    /** Those asked for, the nearest open deadline first. */
    public Mono<List<IncidentDetails>> list(Incidents.Query query) {
        return incidents.list(query).flatMap(this::details);
    }

    /** What happened with a violation, oldest first; {@link IncidentRefused} when the reader may not know of it. */
    public Mono<List<Incidents.Entry>> timeline(UUID id, Handler reader) {
        return one(id, reader).then(incidents.timeline(id));
    }

    /** What a person was told of a violation; {@link IncidentRefused} when they were told of none such. */
    public Mono<IncidentDetails> toldTo(UUID id, UUID personId) {
        return affected.wasTold(id, personId)
                .filter(told -> told)
                .flatMap(told -> incidents.find(id))
                .switchIfEmpty(IncidentCourse.refused(Reason.UNKNOWN_INCIDENT))
                .flatMap(this::details);
    }

    /** What stands in public; {@link IncidentRefused} when nothing of it does. */
    public Mono<IncidentDetails> inPublic(UUID id) {
        return incidents
                .find(id)
                .filter(found -> found.takenAt(Step.PUBLIC_NOTICE).isPresent())
                .switchIfEmpty(IncidentCourse.refused(Reason.UNKNOWN_INCIDENT))
                .flatMap(this::details);
    }

    /** All that stands in public, the newest first. */
    public Mono<List<IncidentDetails>> inPublic() {
        return incidents.inPublic().flatMap(this::details);
    }

    /** A violation that has just been changed. */
    public Mono<IncidentDetails> details(StoredIncident stored) {
        return details(List.of(stored)).map(List::getFirst);
    }

    private Mono<List<IncidentDetails>> details(List<StoredIncident> found) {
        return affected.reach(
                        found.stream().map(each -> each.incident().facts().id()).toList())
                .map(reach -> found.stream()
                        .map(each ->
                                details(each, reach.get(each.incident().facts().id())))
                        .toList());
    }

    private IncidentDetails details(StoredIncident stored, @Nullable Reach reach) {
        Facts facts = stored.incident().facts();
        BreachLaw law = course.law(facts);
        return new IncidentDetails(
                stored,
                law,
                course.clocks(stored),
                Checklist.outstanding(facts, law, reach != null && reach.isIncomplete(), stored.steps()),
                reach);
    }
}
