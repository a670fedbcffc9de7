package vn.edu.privacy.notification.incident.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;
import vn.edu.privacy.notification.incident.domain.Step;
import vn.edu.privacy.notification.incident.domain.StepDone;
import vn.edu.privacy.notification.notice.IncidentNotices;

/** The people whose data a violation touched are found, and told of it (R-BR-11). */
public final class TellAffected {
    private static final int BATCH = 500;

    private final IncidentCourse course;
    private final PursueIncident pursuit;
    private final AffectedPeople affected;
    private final Authority authority;
    private final IncidentNotices notices;
    private final Clock clock;

    public TellAffected(
            IncidentCourse course,
            PursueIncident pursuit,
            AffectedPeople affected,
            Authority authority,
            IncidentNotices notices,
            Clock clock) {
        this.course = course;
        this.pursuit = pursuit;
        this.affected = affected;
        this.authority = authority;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Says whose data it is; the students found now are kept with the file. May be said again until they are told.
     *
     * @throws IncidentRefused (in the Mono) when nothing is said, it is another unit's school, or they are being told
     */
    public Mono<StoredIncident> name(UUID id, Handler handler, @Nullable Long seen, Criterion criterion) {
        Instant now = clock.instant();
        if (criterion.isEmpty()) {
            return IncidentCourse.refused(Reason.NOBODY_NAMED);
        }
        return course.locked(id, handler, seen)
                .flatMap(found -> isOpen(found)
                        ? affected.reach(List.of(id))
                                .filter(reach ->
                                        !reach.containsKey(id) || reach.get(id).orderedAt() == null)
                                .switchIfEmpty(IncidentCourse.refused(Reason.ALREADY_TOLD))
                                .flatMap(reach -> affected.keep(id, ofUnit(criterion, handler), now))
                                .flatMap(students -> course.keep(
                                        found,
                                        new Incidents.Entry(now, handler.id(), "NAMED", String.valueOf(students))))
                        : IncidentCourse.refused(Reason.WRONG_STATE));
    }

    /**
     * Has them told, in the background; what they are told must be known (R-BR-11).
     *
     * @throws IncidentRefused (in the Mono) when parts are missing, nobody was named or found, or it was ordered before
     */
    public Mono<StoredIncident> order(UUID id, Handler handler, @Nullable Long seen) {
        Instant now = clock.instant();
        return course.locked(id, handler, seen).flatMap(found -> {
            List<Content> missing = found.incident().facts().contents().missing(Content.FOR_PEOPLE);
            if (!isOpen(found)) {
                return IncidentCourse.refused(Reason.WRONG_STATE);
            }
            if (!missing.isEmpty()) {
                return Mono.error(() -> new IncidentRefused(Reason.CONTENTS_MISSING, missing));
            }
            return affected.reach(List.of(id)).flatMap(reach -> {
                Reach named = reach.get(id);
                if (named == null || named.students() == 0) {
                    return IncidentCourse.refused(named == null ? Reason.NOBODY_NAMED : Reason.NOBODY_FOUND);
                }
                return affected.order(id, now)
                        .filter(ordered -> ordered)
                        .switchIfEmpty(IncidentCourse.refused(Reason.ALREADY_TOLD))
                        .flatMap(ordered ->
                                course.keep(found, IncidentCourse.entry(now, handler.id(), "TELLING_ORDERED", null)));
            });
        });
    }

    /** Violations whose people are to be told, of whom some are not. */
    public Mono<List<UUID>> toTell() {
        return affected.toTell();
    }

    /**
     * Tells the people of some more students; joins the caller's transaction.
     *
     * @return whether more are left
     */
    public Mono<Boolean> tellSome(UUID id) {
        Instant now = clock.instant();
        return course.locked(id)
                .flatMap(found -> affected.next(id, BATCH)
                        .flatMap(students -> authority
                                .concerned(students)
                                .flatMap(people -> notices.tell(
                                                id,
                                                people.values().stream()
                                                        .flatMap(Collection::stream)
                                                        .distinct()
                                                        .toList(),
                                                now)
                                        .then(affected.told(id, people, now)))
                                .then(Mono.defer(() -> students.size() == BATCH
                                        ? Mono.just(true)
                                        : finished(found, now).thenReturn(false)))));
    }

    /** The last of them were told: the step is taken, unless an officer recorded it before. */
    private Mono<StoredIncident> finished(StoredIncident found, Instant now) {
        return found.takenAt(Step.PEOPLE_TOLD).isPresent()
                ? Mono.just(found)
                : pursuit.take(found, new StepDone(Step.PEOPLE_TOLD, now, null, null), now);
    }

    private static boolean isOpen(StoredIncident found) {
        return !(found.incident() instanceof Incident.Closed);
    }

    /** An officer of one unit names students of that unit only. */
    private static Criterion ofUnit(Criterion criterion, Handler handler) {
        if (handler.unit() == null) {
            return criterion;
        }
        if (criterion.school() != null && !criterion.school().equals(handler.unit())) {
            throw new IncidentRefused(Reason.NOBODY_NAMED);
        }
        return new Criterion(handler.unit(), criterion.purpose(), criterion.dataCategory(), criterion.holder());
    }
}
