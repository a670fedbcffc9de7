package vn.edu.privacy.notification.incident.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.domain.Assessment;
import vn.edu.privacy.notification.incident.domain.Checklist;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.Contents;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.Harm;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.Step;
import vn.edu.privacy.notification.incident.domain.StepDone;

/**
 * A violation is followed to its end. Every call takes the version that the caller saw, or null, and fails with
 * {@link IncidentRefused}: unknown to this caller, moved on since, in another state, or against the law. All join the
 * caller's transaction.
 */
public final class PursueIncident {
    private final IncidentCourse course;
    private final Incidents incidents;
    private final AffectedPeople affected;
    private final Clock clock;

    public PursueIncident(IncidentCourse course, Incidents incidents, AffectedPeople affected, Clock clock) {
        this.course = course;
        this.incidents = incidents;
        this.affected = affected;
        this.clock = clock;
    }

    /** Says what it may lead to, and what was learned since; possible until the authority was told all. */
    public Mono<StoredIncident> assess(UUID id, Handler handler, @Nullable Long seen, Finding finding) {
        Instant now = clock.instant();
        return course.locked(id, handler, seen).flatMap(found -> {
            if (!(found.incident() instanceof Incident.Assessable assessable)) {
                return IncidentCourse.refused(Reason.WRONG_STATE);
            }
            Facts learned = assessable.facts().learned(finding.kinds(), finding.occurredAt(), finding.contents());
            Incident after =
                    assessable.assess(learned, new Assessment(finding.harm(), now, handler.id()), course.law(learned));
            return course.move(found, after, IncidentCourse.entry(now, handler.id(), "ASSESSED", after.state()));
        });
    }

    /** The authority was told, in whole or in part. */
    public Mono<StoredIncident> authorityTold(UUID id, Handler handler, @Nullable Long seen, Telling telling) {
        Instant now = clock.instant();
        return course.locked(id, handler, seen).flatMap(found -> {
            if (!(found.incident() instanceof Incident.Notifiable notifiable)) {
                return IncidentCourse.refused(Reason.WRONG_STATE);
            }
            Phase phase = new Phase(
                    telling.sentAt(), telling.sentTo(), telling.complete(), telling.lateReasons(), now, handler.id());
            Incident after = notifiable.tell(phase, course.law(notifiable.facts()));
            return course.move(found, after, IncidentCourse.entry(now, handler.id(), "NOTIFIED", after.state()));
        });
    }

    /** A step was taken; each is recorded once, before the file is closed. */
    public Mono<StoredIncident> stepTaken(
            UUID id, Handler handler, @Nullable Long seen, Step step, Instant at, @Nullable String note) {
        Instant now = clock.instant();
        return course.locked(id, handler, seen).flatMap(found -> {
            Facts facts = found.incident().facts();
            if (found.incident() instanceof Incident.Closed) {
                return IncidentCourse.refused(Reason.WRONG_STATE);
            }
            if (at.isAfter(now) || at.isBefore(facts.detectedAt())) {
                return IncidentCourse.refused(Reason.TIMES_CONTRADICT);
            }
            List<Content> missing = facts.contents().missing(Content.FOR_PEOPLE);
            if (step == Step.PUBLIC_NOTICE && !missing.isEmpty()) {
                return Mono.error(() -> new IncidentRefused(Reason.CONTENTS_MISSING, missing));
            }
            return take(found, new StepDone(step, at, note, handler.id()), now);
        });
    }

    /** It was put right; the file is kept from there on. */
    public Mono<StoredIncident> remedied(UUID id, Handler handler, @Nullable Long seen, Instant at) {
        Instant now = clock.instant();
        return course.locked(id, handler, seen)
                .flatMap(found -> found.incident() instanceof Incident.Remediable remediable
                        ? course.move(
                                found,
                                remediable.remedied(at, handler.id(), now, course.law(remediable.facts())),
                                IncidentCourse.entry(now, handler.id(), "REMEDIED", null))
                        : IncidentCourse.refused(Reason.WRONG_STATE));
    }

    /** A second person closes the file, once every step was taken. */
    public Mono<StoredIncident> close(UUID id, Handler handler, @Nullable Long seen) {
        Instant now = clock.instant();
        return course.locked(id, handler, seen)
                .flatMap(found -> found.incident() instanceof Incident.Remedied remedied
                        ? affected.reach(List.of(id))
                                .flatMap(reach -> course.move(
                                        found,
                                        remedied.close(
                                                handler.id(),
                                                now,
                                                Checklist.outstanding(
                                                        remedied.facts(),
                                                        course.law(remedied.facts()),
                                                        reach.containsKey(id)
                                                                && reach.get(id).isIncomplete(),
                                                        found.steps())),
                                        IncidentCourse.entry(now, handler.id(), "CLOSED", null)))
                        : IncidentCourse.refused(Reason.WRONG_STATE));
    }

    /** Keeps a step of a locked violation. */
    Mono<StoredIncident> take(StoredIncident found, StepDone step, Instant now) {
        return incidents
                .take(found.incident().facts().id(), step)
                .filter(isNew -> isNew)
                .switchIfEmpty(IncidentCourse.refused(Reason.STEP_RECORDED))
                .flatMap(isNew -> course.keep(
                        new StoredIncident(
                                found.incident(),
                                found.version(),
                                Stream.concat(found.steps().stream(), Stream.of(step))
                                        .toList()),
                        IncidentCourse.entry(now, step.by(), "STEP", step.step())));
    }

    /**
     * What was found out.
     *
     * @param harm what it may harm; nothing when empty
     * @param kinds which data it touches, as known now
     * @param occurredAt when it occurred, or null while nobody knows
     * @param contents what is known now, in words; what is not said again stands
     */
    public record Finding(
            Set<Harm> harm, Set<DataKind> kinds, @Nullable Instant occurredAt, Contents contents) {
        public Finding {
            harm = Set.copyOf(harm);
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * What was sent to the authority.
     *
     * @param sentAt when
     * @param sentTo by which way
     * @param complete whether nothing is to follow
     * @param lateReasons why it was sent late, or null
     */
    public record Telling(
            Instant sentAt,
            Phase.Way sentTo,
            boolean complete,
            @Nullable String lateReasons) {}
}
