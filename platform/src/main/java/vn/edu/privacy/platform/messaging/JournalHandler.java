package vn.edu.privacy.platform.messaging;

import java.util.List;
import reactor.core.publisher.Mono;

/** Takes a journal in when the service starts, in the order of each key; every call runs in a transaction of its own. */
public interface JournalHandler {
    /** Completes when the events have taken effect, again or for the first time; an error keeps the service from starting. */
    Mono<Void> replay(List<IncomingEvent> events);

    /** The journal is empty, new or lost: writes again what it has to hold; an error keeps the service from starting. */
    Mono<Void> refill();
}
