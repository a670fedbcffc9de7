package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;

/**
 * What consent-service says of restrictions, objections and their lifting; everything joins the caller's transaction and
 * may be told twice.
 */
public final class RestrictionOutcome {
    private static final String THERE_ALREADY = "ALREADY_RESTRICTED";
    private static final String GONE_ALREADY = "NOTHING_TO_LIFT";

    private final Requests requests;
    private final Course course;
    private final Carrying carrying;
    private final CompleteRequest completion;

    public RestrictionOutcome(Requests requests, Course course, Carrying carrying, CompleteRequest completion) {
        this.requests = requests;
        this.course = course;
        this.carrying = carrying;
        this.completion = completion;
    }

    /** From now on no check answers PERMIT for that purpose. */
    public Mono<Void> restricted(UUID id, String purpose, Instant at) {
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Restriction.Received received -> settled(found, received.applied(purpose, at), at, "APPLIED", purpose);
            case Restriction.NotInEffect failed -> settled(found, failed.applied(purpose, at), at, "APPLIED", purpose);
            default -> Mono.empty();
        });
    }

    /** That purpose could not be restricted; where the requester's own restriction stands, it is what they wanted. */
    public Mono<Void> notRestricted(UUID id, String purpose, String reason, Instant at) {
        if (reason.equals(THERE_ALREADY)) {
            return restricted(id, purpose, at);
        }
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Restriction.Received received ->
                settled(found, received.refused(purpose, reason), at, "NOT_APPLIED", purpose);
            case Restriction.NotInEffect failed ->
                settled(found, failed.refused(purpose, reason), at, "NOT_APPLIED", purpose);
            default -> Mono.empty();
        });
    }

    /** The restriction on that purpose stands no longer. */
    public Mono<Void> lifted(UUID id, String purpose, Instant at) {
        return requests.lock(id)
                .flatMap(found -> found.request() instanceof Restriction.Lifting lifting
                        ? settled(found, lifting.lifted(purpose, at), at, "LIFTED", purpose)
                        : Mono.empty());
    }

    /** The restriction on that purpose stays; where none is left to lift, that is what the requester wanted. */
    public Mono<Void> notLifted(UUID id, String purpose, String reason, Instant at) {
        return reason.equals(GONE_ALREADY)
                ? lifted(id, purpose, at)
                : requests.lock(id)
                        .flatMap(found -> found.request() instanceof Restriction.Lifting lifting
                                ? settled(found, lifting.notLifted(purpose, reason), at, "NOT_LIFTED", purpose)
                                : Mono.empty());
    }

    private Mono<Void> settled(
            StoredRequest before, Restriction after, Instant at, String event, @Nullable String purpose) {
        return after.equals(before.request())
                ? Mono.empty()
                : course.move(before, after, Happening.of(at, teller(before), event, purpose))
                        .then(after instanceof Restriction.NotInEffect failed ? carryPart(failed) : Mono.empty())
                        .then(before.request().state() == after.state() ? Mono.empty() : carriedOn(before, after, at));
    }

    private Mono<Void> carriedOn(StoredRequest before, Restriction after, Instant at) {
        return switch (after) {
            case Restriction.InEffect again
            when before.request() instanceof Restriction.Lifting ->
                course.tell(again, NoticeKind.RESTRICTION_NOT_LIFTED, at);
            case Restriction.InEffect inEffect -> inEffect(inEffect);
            case Restriction.NotInEffect failed -> course.tell(failed, NoticeKind.RESTRICTION_NOT_IN_EFFECT, at);
            case Restriction.Lifted lifted ->
                course.tell(lifted, NoticeKind.RESTRICTION_LIFTED, at)
                        .then(carry(lifted, Action.LIFT))
                        .then();
            default -> Mono.empty();
        };
    }

    /** Only stored here from now on; whoever holds or receives the data is told to keep to it (R-RES-01). */
    Mono<Void> inEffect(Restriction.InEffect request) {
        return course.met(request, Course.FULFILLED_HERE, request.since())
                .then(course.tell(request, NoticeKind.RESTRICTION_IN_EFFECT, request.since()))
                .then(carry(request, Action.RESTRICT))
                .flatMap(somebody -> somebody
                        ? Mono.empty()
                        : completion.complete(request.facts().id()));
    }

    /** What is in effect already does not wait for the rest. */
    private Mono<Void> carryPart(Restriction.NotInEffect request) {
        return request.purposes().stream().anyMatch(RestrictedPurpose::isApplied)
                ? carry(request, Action.RESTRICT).then()
                : Mono.empty();
    }

    /** About own data nobody but the holders has anything to put into effect, so that they were told before. */
    private Mono<Boolean> carry(Restriction request, Action action) {
        return request.facts().isOwn() ? Mono.just(false) : everywhere(request, action);
    }

    static Actor teller(StoredRequest request) {
        return request.request().facts().isOwn() ? Actor.SYSTEM : Actor.CONSENT_SERVICE;
    }

    private Mono<Boolean> everywhere(Restriction request, Action action) {
        return carrying.start(HolderOrder.of(
                request.facts(),
                action,
                request.purposes().stream()
                        .filter(RestrictedPurpose::isApplied)
                        .map(RestrictedPurpose::code)
                        .toList()));
    }
}
