package vn.edu.privacy.platform.messaging;

import reactor.core.publisher.Mono;

/** Takes one event in, inside the intake's transaction. It must ignore types it does not know. */
@FunctionalInterface
public interface EventHandler {
    /** Completes when the event has taken effect; an error rolls everything back. */
    Mono<Void> handle(IncomingEvent event);
}
