package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.deadline.Extension;
import vn.edu.privacy.notification.deadline.ExtensionRefused;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;

/** An officer takes the one extension that the law allows, with a reason that the requester is told (R-DL-01). */
public final class ExtendDeadline {
    private final Course course;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Extensions extensions;
    private final Clock clock;

    public ExtendDeadline(Course course, Deadlines deadlines, Clocks clocks, Extensions extensions, Clock clock) {
        this.course = course;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.extensions = extensions;
        this.clock = clock;
    }

    /**
     * Extends; joins the caller's transaction.
     *
     * @param seen the version that the officer saw, or null
     * @throws RequestRefused (in the Mono) unknown to this officer, moved on since, or not confirmed by its requester
     * @throws ExtensionRefused (in the Mono) when the law does not allow it, or not any more
     */
    public Mono<StoredRequest> extend(UUID id, Officer officer, @Nullable Long seen, String reason) {
        return course.lockedFor(id, officer, seen)
                .flatMap(found -> isConfirmed(found.request())
                        ? clocks.of(List.of(id))
                                .flatMap(all -> extend(found, all.getOrDefault(id, List.of()), officer, reason))
                        : Course.refused(Reason.WRONG_STATE));
    }

    /** By how many days an officer could extend the request now; empty when it cannot be extended. */
    public Optional<Integer> days(RequestDetails details) {
        Request request = details.stored().request();
        return isConfirmed(request)
                ? deadlines.extendableBy(
                        request.type().name(), request.facts().regime(), details.clocks(), clock.instant())
                : Optional.empty();
    }

    private Mono<StoredRequest> extend(
            StoredRequest found, List<RunningClock> running, Officer officer, String reason) {
        Instant now = clock.instant();
        Request request = found.request();
        Facts facts = request.facts();
        Extension extension = deadlines.extension(request.type().name(), facts.regime(), running, reason, now);
        return course.move(found, request, Happening.byOfficer(now, officer, "EXTENDED", null))
                .delayUntil(saved -> extensions.keep(facts, extension))
                .delayUntil(saved -> clocks.extend(facts.id(), deadlines.extended(extension, running)))
                .delayUntil(saved -> course.tell(request, NoticeKind.REQUEST_EXTENDED, now));
    }

    /** What its requester never confirmed waits for the requester, not for the school. */
    private static boolean isConfirmed(Request request) {
        return request.state() != RequestState.AWAITING_CONFIRMATION;
    }
}
