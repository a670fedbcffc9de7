package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.deadline.StartedClocks;
import vn.edu.privacy.notification.guardianship.Childhood;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** What consent-service says of withdrawals; everything joins the caller's transaction and may be told twice. */
public final class WithdrawalOutcome {
    private final Requests requests;
    private final Course course;
    private final Carrying carrying;
    private final CompleteRequest completion;
    private final Childhood childhood;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Supplier<UUID> ids;

    public WithdrawalOutcome(
            Requests requests,
            Course course,
            Carrying carrying,
            CompleteRequest completion,
            Childhood childhood,
            Deadlines deadlines,
            Clocks clocks,
            Supplier<UUID> ids) {
        this.requests = requests;
        this.course = course;
        this.carrying = carrying;
        this.completion = completion;
        this.childhood = childhood;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.ids = ids;
    }

    /** An instructed withdrawal is in effect for one purpose. */
    public Mono<Void> applied(UUID id, String purpose, Instant at) {
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Withdrawal.Received received -> settled(found, received.applied(purpose, at), at, "APPLIED", purpose);
            case Withdrawal.NotInEffect failed -> settled(found, failed.applied(purpose, at), at, "APPLIED", purpose);
            default -> Mono.empty();
        });
    }

    /** An instructed withdrawal could not be put into effect for one purpose. */
    public Mono<Void> refused(UUID id, String purpose, String reason, Instant at) {
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Withdrawal.Received received ->
                settled(found, received.refused(purpose, reason), at, "NOT_APPLIED", purpose);
            case Withdrawal.NotInEffect failed ->
                settled(found, failed.refused(purpose, reason), at, "NOT_APPLIED", purpose);
            default -> Mono.empty();
        });
    }

    /** A person withdrew at consent-service itself: in effect since then, and carried on by a request opened here. */
    public Mono<Void> recorded(Recorded decision) {
        Instant at = decision.decidedAt();
        StartedClocks started = deadlines.start("WITHDRAW", at);
        return requests.openedBy(decision.decisionId())
                .hasElement()
                .filter(known -> !known)
                .flatMap(unknown ->
                        requests.nextReference(at.atZone(Deadlines.ZONE).getYear()))
                .map(reference -> Withdrawal.recorded(
                        new Facts(
                                ids.get(),
                                reference,
                                decision.party(),
                                decision.studentId(),
                                decision.schoolId(),
                                at,
                                started.regime()),
                        new WithdrawnPurpose(
                                decision.purpose(), decision.purposeVersion(), List.of(decision.seq()), at, null)))
                .filterWhen(request -> requests.insert(request, null, decision.decisionId(), at))
                .flatMap(request -> clocks.start(request.facts().id(), started)
                        .then(course.opened(
                                request, Happening.of(at, Actor.REQUESTER, "WITHDRAWN", decision.purpose())))
                        .then(inEffect(request)));
    }

    private Mono<Void> settled(StoredRequest found, Withdrawal after, Instant at, String event, String purpose) {
        return after.equals(found.request())
                ? Mono.empty()
                : course.move(found, after, Happening.of(at, Actor.CONSENT_SERVICE, event, purpose))
                        .then(carriedOn(found, after, at));
    }

    private Mono<Void> carriedOn(StoredRequest before, Withdrawal after, Instant at) {
        return switch (after) {
            case Withdrawal.InEffect inEffect -> inEffect(inEffect);
            case Withdrawal.NotInEffect failed ->
                carry(failed)
                        .then(
                                before.request() instanceof Withdrawal.NotInEffect
                                        ? Mono.empty()
                                        : course.tell(failed, NoticeKind.WITHDRAWAL_NOT_IN_EFFECT, at));
            default -> Mono.empty();
        };
    }

    /** Nothing is collected any more; everybody else is told to stop. */
    Mono<Void> inEffect(Withdrawal.InEffect request) {
        return course.met(request, Course.FULFILLED_HERE, request.since())
                .then(course.tell(request, NoticeKind.WITHDRAWAL_IN_EFFECT, request.since()))
                .then(carry(request))
                .flatMap(somebody -> somebody
                        ? Mono.empty()
                        : completion.complete(request.facts().id()));
    }

    /**
     * Everybody stops (R-WD-04); what was held of a child whose guardian withdrew is erased too, without anybody having to
     * ask (Decree 13 art. 20.3.b, R-CH-04).
     */
    private Mono<Boolean> carry(Withdrawal withdrawal) {
        Facts facts = withdrawal.facts();
        List<WithdrawnPurpose> applied = withdrawal.purposes().stream()
                .filter(purpose -> purpose.appliedAt() != null)
                .toList();
        List<String> codes = applied.stream().map(WithdrawnPurpose::code).toList();
        return childhood
                .guardsChild(facts.requester(), facts.studentId(), facts.receivedAt())
                .flatMap(child -> child && !codes.isEmpty()
                        ? carrying.start(HolderOrder.of(facts, Action.STOP, codes))
                                .then(carrying.start(HolderOrder.eraseOnceStopped(facts, codes, erasedBy(applied))))
                        : carrying.start(HolderOrder.of(facts, Action.STOP, codes)));
    }

    /** The erasure that a withdrawal opens has the time of one asked for (art. 16.5). */
    private Instant erasedBy(List<WithdrawnPurpose> applied) {
        Instant since = applied.stream()
                .map(WithdrawnPurpose::appliedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return deadlines.start("DELETE", since).carriedOutBy();
    }

    /**
     * A withdrawal in the ledger that no request asked for.
     *
     * @param decisionId the ledger entry
     * @param seq its place
     * @param studentId about whom
     * @param schoolId the student's school
     * @param party who withdrew
     * @param purpose what
     * @param purposeVersion the version withdrawn from
     * @param decidedAt since when it is in effect
     */
    public record Recorded(
            UUID decisionId,
            long seq,
            UUID studentId,
            String schoolId,
            UUID party,
            String purpose,
            int purposeVersion,
            Instant decidedAt) {}
}
