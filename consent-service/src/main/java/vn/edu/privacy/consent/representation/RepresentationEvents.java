package vn.edu.privacy.consent.representation;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.RepresentationChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

/** Tells the other service who may act by authorisation, in the transaction of the change: ids and dates only. */
@Component
class RepresentationEvents {
    private final Outbox outbox;

    RepresentationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    Mono<Void> confirmed(Representation representation) {
        return changed(representation, 1, true);
    }

    Mono<Void> ended(Representation representation) {
        return changed(representation, 2, false);
    }

    private Mono<Void> changed(Representation representation, int version, boolean holds) {
        return outbox.append(new OutgoingEvent(
                Topics.ROSTER,
                representation.studentId().toString(),
                RepresentationChangedV1.TYPE,
                new RepresentationChangedV1(
                        representation.id(),
                        representation.studentId(),
                        version,
                        representation.represented(),
                        representation.representative(),
                        representation.purposes(),
                        representation.from(),
                        representation.until(),
                        holds,
                        representation.requestTypes().stream()
                                .map(RequestKind::name)
                                .toList())));
    }
}
