package vn.edu.privacy.consent.checkpoint;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.CheckpointMadeV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

/** Tells whoever bears witness of each checkpoint, in the transaction that makes it. */
@Component
class CheckpointEvents {
    private final Outbox outbox;
    private final String service;

    CheckpointEvents(Outbox outbox, @Value("${spring.application.name}") String service) {
        this.outbox = outbox;
        this.service = service;
    }

    Mono<Void> made(SignedCheckpoint checkpoint) {
        return outbox.append(new OutgoingEvent(
                Topics.CHECKPOINTS,
                service,
                CheckpointMadeV1.TYPE,
                new CheckpointMadeV1(
                        checkpoint.number(), checkpoint.hash(), checkpoint.previous(), checkpoint.signed())));
    }
}
