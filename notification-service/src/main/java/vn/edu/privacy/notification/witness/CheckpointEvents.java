package vn.edu.privacy.notification.witness;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.CheckpointMadeV1;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Bears witness of each checkpoint heard of. */
final class CheckpointEvents implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointEvents.class);

    private final BearWitness witness;
    private final JsonMapper json;
    private final Clock clock;

    CheckpointEvents(BearWitness witness, JsonMapper json, Clock clock) {
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
        if (!heard.hash().equals(made.hash())) {
            LOG.error("ALARM: checkpoint {} of the consent ledger came with the hash of another text", made.number());
        }
        return witness.hear(heard);
    }
}
