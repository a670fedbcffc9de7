package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/**
 * The head of the unit decides on an appeal, once, and not on a refusal of one's own. Where the refusal is set aside,
 * officers rule again and the deadlines that the refusal had stopped run on from where they were: time that a wrong
 * refusal took is not the requester's.
 */
public final class DecideAppeal {
    private static final List<ClockRule.Code> DECIDED = List.of(ClockRule.Code.APPEAL);
    private static final List<ClockRule.Code> RUN_ON =
            List.of(ClockRule.Code.FULFIL, ClockRule.Code.FULFIL_WITH_THIRD_PARTY, ClockRule.Code.PROMISE);

    private static final List<String> RULED = List.of("REFUSED", "REPLIED");

    private final Course course;
    private final Requests requests;
    private final Appeals appeals;
    private final Clocks clocks;
    private final Clock clock;

    public DecideAppeal(Course course, Requests requests, Appeals appeals, Clocks clocks, Clock clock) {
        this.course = course;
        this.requests = requests;
        this.appeals = appeals;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Decides; joins the caller's transaction.
     *
     * @param head the head of the unit whose officers refused
     * @param seen the version that the head saw, or null
     * @param allowed whether the refusal is set aside
     * @param answer told to the requester
     * @throws RequestRefused (in the Mono) unknown to this head, moved on since, nothing to decide, or one's own refusal
     */
    public Mono<StoredRequest> decide(UUID id, Officer head, @Nullable Long seen, boolean allowed, String answer) {
        return course.lockedFor(id, head, seen)
                .delayUntil(found -> isAnothers(id, head))
                .flatMap(found -> appeals.lock(found.request().facts())
                        .filter(Appeal.Lodged.class::isInstance)
                        .cast(Appeal.Lodged.class)
                        .switchIfEmpty(Course.refused(Reason.WRONG_STATE))
                        .flatMap(lodged ->
                                allowed ? allow(found, lodged, head, answer) : dismiss(found, lodged, head, answer)));
    }

    private Mono<Void> isAnothers(UUID id, Officer head) {
        return requests.timeline(id)
                .filter(entries -> entries.stream()
                        .filter(entry -> RULED.contains(entry.event()))
                        .noneMatch(entry -> head.id().equals(entry.actorId())))
                .switchIfEmpty(Course.refused(Reason.PERSON_NEEDED))
                .then();
    }

    private Mono<StoredRequest> dismiss(StoredRequest found, Appeal.Lodged lodged, Officer head, String answer) {
        Instant now = clock.instant();
        Request request = found.request();
        return appeals.decide(request.facts(), lodged.dismiss(answer, now), head.id())
                .then(course.move(found, request, Happening.byOfficer(now, head, "APPEAL_DISMISSED", null)))
                .delayUntil(saved -> course.met(request, DECIDED, now))
                .delayUntil(saved -> course.tell(request, NoticeKind.APPEAL_DECIDED, now));
    }

    private Mono<StoredRequest> allow(StoredRequest found, Appeal.Lodged lodged, Officer head, String answer) {
        Instant now = clock.instant();
        Request again = reopened(found.request()).orElseThrow(() -> new RequestRefused(Reason.WRONG_STATE));
        return appeals.decide(again.facts(), lodged.allow(answer, now), head.id())
                .then(course.move(found, again, Happening.byOfficer(now, head, "APPEAL_ALLOWED", null)))
                .delayUntil(saved -> course.met(again, DECIDED, now))
                .delayUntil(saved -> clocks.reopen(again.facts().id(), RUN_ON))
                .delayUntil(saved -> course.tell(again, NoticeKind.APPEAL_DECIDED, now));
    }

    /** The request before it was refused. */
    private static Optional<Request> reopened(Request request) {
        return switch (request) {
            case Access.Refused refused -> Optional.of(new Access.Received(refused.facts()));
            case Withdrawal.Refused refused -> Optional.of(refused.reopen());
            case Withdrawal.Standing part -> Optional.of(part.reopen());
            case Deletion.Refused refused -> Optional.of(refused.reopen());
            case Deletion.Erased part -> Optional.of(part.reopen());
            case Restriction.Refused refused -> Optional.of(refused.reopen());
            case Restriction.Standing part -> Optional.of(part.reopen());
            case Rectification.Refused refused -> Optional.of(refused.reopen());
            case Provision.Refused refused -> Optional.of(refused.reopen());
            case Complaint.Refused refused -> Optional.of(refused.reopen());
            case Complaint.Answered answered -> Optional.of(answered.reopen());
            default -> Optional.empty();
        };
    }
}
