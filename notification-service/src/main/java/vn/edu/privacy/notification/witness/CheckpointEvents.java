package vn.edu.privacy.notification.witness;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.CheckpointMadeV1;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Bears witness of each checkpoint heard of; one that contradicts another is kept beside it and called out. */
final class CheckpointEvents implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointEvents.class);

    private final R2dbcWitness witness;
    private final JsonMapper json;
    private final Clock clock;

    CheckpointEvents(R2dbcWitness witness, JsonMapper json, Clock clock) {
        this.witness = witness;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        if (!event.type().equals(CheckpointMadeV1.TYPE)) {
            return Mono.empty();
        }
        CheckpointMadeV1 made = event.as(CheckpointMadeV1.class, json);
        WitnessedCheckpoint heard = new WitnessedCheckpoint(
                made.number(), new SignedText(made.signed()).hash(), made.previous(), made.signed(), clock.instant());
        return witness.contradicted(heard)
                .doOnNext(contradicted -> {
                    if (contradicted || !heard.hash().equals(made.hash())) {
                        LOG.error(
                                "ALARM: checkpoint {} of the consent ledger contradicts what was heard before",
                                made.number());
                    }
                })
                .then(witness.keep(heard));
    }
}
