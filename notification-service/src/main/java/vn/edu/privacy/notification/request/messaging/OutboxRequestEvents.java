package vn.edu.privacy.notification.request.messaging;

import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.RequestChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.contracts.events.WithdrawalInstructedV1;
import vn.edu.privacy.notification.request.application.RequestEvents;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
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
                                .map(purpose -> new WithdrawalInstructedV1.Item(
                                        purpose.code(), purpose.version(), purpose.seqs()))
                                .toList(),
                        confirmedAt)));
    }
}
