package vn.edu.privacy.platform.messaging;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Events that leave together with the state they tell of: the rows join the caller's R2DBC transaction and are sent
 * after its commit, at least once, in order per key.
 *
 * <p>Order per key is the order of appending. Writers of one key must therefore serialise before they append (lock the
 * key's row first); otherwise two transactions may commit in the other order than they appended.
 */
public interface Outbox {
    /** Appends one event. */
    Mono<Void> append(OutgoingEvent event);

    /** Appends events in this order, in one statement. */
    Mono<Void> append(List<OutgoingEvent> events);
}
