package vn.edu.privacy.platform.messaging;

import java.util.List;
import reactor.core.publisher.Mono;

/** Takes a journal in when the service starts, in the order of each key; runs in a transaction per call. */
@FunctionalInterface
public interface JournalHandler {
    /** Completes when the events have taken effect, again or for the first time; an error keeps the service from starting. */
    Mono<Void> replay(List<IncomingEvent> events);
}
