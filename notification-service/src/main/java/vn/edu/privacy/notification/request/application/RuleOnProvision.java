package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Provision;

/**
 * An officer approves that data is provided. The person sees it on the screen, by a request to see it that is opened with
 * the same day of receipt, so that its deadlines are those of this one; nothing becomes a file (R-PROV-08).
 */
public final class RuleOnProvision {
    private final Course course;
    private final Requests requests;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final RuleOnAccess access;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public RuleOnProvision(
            Course course,
            Requests requests,
            Deadlines deadlines,
            Clocks clocks,
            RuleOnAccess access,
            Clock clock,
            Supplier<UUID> ids) {
        this.course = course;
        this.requests = requests;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.access = access;
        this.clock = clock;
        this.ids = ids;
    }

    Mono<StoredRequest> approve(StoredRequest found, Provision.Received received, Officer officer) {
        Instant now = clock.instant();
        return seen(received.facts(), officer, now).flatMap(through -> {
            Provision.Shown shown = received.approve(through);
            return course.move(found, shown, Happening.byOfficer(now, officer, "APPROVED", null))
                    .delayUntil(saved -> course.met(shown, Course.FULFILLED, now))
                    .delayUntil(saved -> course.tell(shown, NoticeKind.REQUEST_APPROVED, now));
        });
    }

    /** The officer has found the written consent in order (R-PROV-01). */
    Mono<StoredRequest> approve(StoredRequest found, Provision.ForOrganisation received, Officer officer) {
        Instant now = clock.instant();
        Provision.Approved approved = received.approve();
        return course.move(found, approved, Happening.byOfficer(now, officer, "APPROVED", null))
                .delayUntil(saved -> course.met(approved, Course.ACKNOWLEDGED, now))
                .delayUntil(saved -> course.tell(approved, NoticeKind.REQUEST_APPROVED, now));
    }

    private Mono<UUID> seen(Facts facts, Officer officer, Instant now) {
        UUID id = ids.get();
        return requests.nextReference(now.atZone(Deadlines.ZONE).getYear())
                .map(reference -> new Access.Received(new Facts(
                        id,
                        reference,
                        facts.requester(),
                        facts.studentId(),
                        facts.schoolId(),
                        facts.receivedAt(),
                        facts.regime())))
                .flatMap(request -> requests.insert(request, null, null, now)
                        .then(clocks.start(id, deadlines.start(request.type().name(), facts.receivedAt())))
                        .then(course.opened(request, Happening.byOfficer(now, officer, "OPENED", null)))
                        .then(access.approve(id, officer, null))
                        .thenReturn(id));
    }
}
