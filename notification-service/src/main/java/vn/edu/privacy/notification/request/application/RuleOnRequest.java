package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/**
 * An officer rules on a request of any kind. Every call takes the version that the officer saw, or null, and fails with
 * {@link RequestRefused}: unknown to this officer, moved on since, or in another state. All join the caller's
 * transaction.
 */
public final class RuleOnRequest {
    private final Course course;
    private final StopRequests stopping;
    private final Grounds grounds;
    private final DeskEntries desk;
    private final RuleOnAccess access;
    private final RuleOnWithdrawal withdrawals;
    private final RuleOnRestriction restrictions;
    private final RuleOnDeletion deletions;
    private final RuleOnRectification rectifications;
    private final RuleOnProvision provisions;
    private final Clock clock;

    public RuleOnRequest(
            Course course,
            StopRequests stopping,
            Grounds grounds,
            DeskEntries desk,
            RuleOnAccess access,
            RuleOnWithdrawal withdrawals,
            RuleOnRestriction restrictions,
            RuleOnDeletion deletions,
            RuleOnRectification rectifications,
            RuleOnProvision provisions,
            Clock clock) {
        this.course = course;
        this.stopping = stopping;
        this.grounds = grounds;
        this.desk = desk;
        this.access = access;
        this.withdrawals = withdrawals;
        this.restrictions = restrictions;
        this.deletions = deletions;
        this.rectifications = rectifications;
        this.provisions = provisions;
        this.clock = clock;
    }

    /**
     * Approves, or has what failed tried again; no deadline moves by that. Where nobody who asked may act for the student
     * any more, an undecided request stops instead. What was entered at the desk on the strength of a document waits for a
     * second person.
     */
    public Mono<StoredRequest> approve(UUID id, Officer officer, @Nullable Long seen) {
        return course.lockedFor(id, officer, seen)
                .flatMap(found -> stopping.ended(found)
                        .flatMap(reason -> stopping.stop(found, reason))
                        .filter(stopped ->
                                stopped.request().state() != found.request().state())
                        .switchIfEmpty(Mono.defer(() -> checked(id).then(approve(found, officer, seen)))));
    }

    private Mono<Void> checked(UUID id) {
        return desk.waits(id).flatMap(waits -> waits ? Course.refused(Reason.DESK_CHECK_NEEDED) : Mono.empty());
    }

    private Mono<StoredRequest> approve(StoredRequest found, Officer officer, @Nullable Long seen) {
        return switch (found.request()) {
            case Withdrawal.NotInEffect failed -> withdrawals.retry(found, failed, officer);
            case Restriction.NotInEffect failed -> restrictions.retry(found, failed, officer);
            case Deletion.Received received -> deletions.approve(found, received, officer);
            case Deletion.NotInEffect failed -> deletions.retry(found, failed, officer);
            case Rectification.Received received -> rectifications.approve(found, received, officer);
            case Provision.Received received -> provisions.approve(found, received, officer);
            case Provision.ForOrganisation received -> provisions.approve(found, received, officer);
            default -> access.approve(found.request().facts().id(), officer, seen);
        };
    }

    /** Refuses on a ground that the law knows for that kind of request; the requester is told why. */
    public Mono<StoredRequest> refuse(
            UUID id, Officer officer, @Nullable Long seen, RefusalGround ground, String text) {
        Refusal refusal = new Refusal(ground, text);
        return course.lockedFor(id, officer, seen)
                .filter(found -> isKnown(ground, found.request()))
                .switchIfEmpty(Course.refused(Reason.GROUND_NOT_APPLICABLE))
                .flatMap(found -> switch (found.request()) {
                    case Withdrawal.NotInEffect failed -> withdrawals.settle(found, failed, refusal, officer);
                    case Restriction.NotInEffect failed -> restrictions.settle(found, failed, refusal, officer);
                    case Deletion.Received received -> deletions.refuse(found, received, refusal, officer);
                    case Deletion.NotInEffect failed -> deletions.settle(found, failed, refusal, officer);
                    case Rectification.Received received ->
                        course.refuse(found, received.refuse(refusal), refusal, officer, clock.instant());
                    case Rectification.Approved approved ->
                        course.refuse(found, approved.impossible(refusal), refusal, officer, clock.instant());
                    case Provision.Received received ->
                        course.refuse(found, received.refuse(refusal), refusal, officer, clock.instant());
                    case Provision.ForOrganisation received ->
                        course.refuse(found, received.refuse(refusal), refusal, officer, clock.instant());
                    case Complaint.Received received ->
                        course.refuse(found, received.refuse(refusal), refusal, officer, clock.instant());
                    default -> access.refuse(id, officer, seen, ground, text);
                });
    }

    private boolean isKnown(RefusalGround ground, Request request) {
        return grounds.article(ground, request.type(), request.facts().regime()).isPresent();
    }
}
