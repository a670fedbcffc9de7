package vn.edu.privacy.notification.request.messaging;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.ErasureInstructedV1;
import vn.edu.privacy.contracts.events.RequestChangedV1;
import vn.edu.privacy.contracts.events.RestrictionInstructedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.contracts.events.WithdrawalInstructedV1;
import vn.edu.privacy.notification.request.application.RequestEvents;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

/** Tells of requests by the outbox, keyed by student. */
@Component
class OutboxRequestEvents implements RequestEvents {
    private final Outbox outbox;

    OutboxRequestEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> changed(Request request, Instant at) {
        Facts facts = request.facts();
        return outbox.append(new OutgoingEvent(
                Topics.REQUESTS,
                facts.studentId().toString(),
                RequestChangedV1.TYPE,
                new RequestChangedV1(
                        facts.id(), request.type().name(), request.state().name(), facts.studentId(), at)));
    }

    @Override
    public Mono<Void> instructed(Withdrawal.Received request, Instant confirmedAt) {
        Facts facts = request.facts();
        return outbox.append(new OutgoingEvent(
                Topics.INSTRUCTIONS,
                facts.studentId().toString(),
                WithdrawalInstructedV1.TYPE,
                new WithdrawalInstructedV1(
                        facts.id(),
                        facts.studentId(),
                        facts.requester(),
                        request.purposes().stream()
                                .filter(purpose -> purpose.appliedAt() == null)
                                .map(purpose -> new WithdrawalInstructedV1.Item(
                                        purpose.code(), purpose.version(), purpose.seqs()))
                                .toList(),
                        confirmedAt)));
    }

    @Override
    public Mono<Void> instructed(Restriction.Received request, Instant confirmedAt) {
        return restriction(
                request, "RESTRICT", request.purposes().stream().filter(each -> !each.isApplied()), confirmedAt);
    }

    @Override
    public Mono<Void> instructed(Restriction.Lifting request, Instant confirmedAt) {
        return restriction(
                request, "LIFT", request.purposes().stream().filter(RestrictedPurpose::isRestricted), confirmedAt);
    }

    private Mono<Void> restriction(
            Restriction request, String action, Stream<RestrictedPurpose> purposes, Instant confirmedAt) {
        Facts facts = request.facts();
        return outbox.append(new OutgoingEvent(
                Topics.INSTRUCTIONS,
                facts.studentId().toString(),
                RestrictionInstructedV1.TYPE,
                new RestrictionInstructedV1(
                        facts.id(),
                        facts.studentId(),
                        facts.requester(),
                        action,
                        request.type() == RequestType.OBJECT ? "OBJECTION" : "RESTRICTION",
                        false,
                        purposes.map(RestrictedPurpose::code).toList(),
                        confirmedAt)));
    }

    /** One instruction for each purpose: consent-service answers each. */
    @Override
    public Mono<Void> instructed(Deletion.Approved request, Set<String> stays, UUID approvedBy, Instant approvedAt) {
        return Flux.fromIterable(request.purposes())
                .filter(purpose -> !purpose.isErased() && !stays.contains(purpose.code()))
                .concatMap(
                        purpose -> outbox.append(erasure(request, "PURPOSE", purpose.code(), approvedBy, approvedAt)))
                .then();
    }

    /** One instruction: consent-service answers for the student as a whole. */
    @Override
    public Mono<Void> instructedWhole(Deletion.Approved request, UUID approvedBy, Instant approvedAt) {
        return outbox.append(erasure(request, "STUDENT", null, approvedBy, approvedAt));
    }

    private static OutgoingEvent erasure(
            Deletion.Approved request, String scope, @Nullable String purpose, UUID approvedBy, Instant approvedAt) {
        Facts facts = request.facts();
        return new OutgoingEvent(
                Topics.INSTRUCTIONS,
                facts.studentId().toString(),
                ErasureInstructedV1.TYPE,
                new ErasureInstructedV1(
                        facts.id(),
                        facts.studentId(),
                        facts.requester(),
                        null,
                        scope,
                        purpose,
                        request.ground().name(),
                        true,
                        approvedBy,
                        approvedAt));
    }
}
