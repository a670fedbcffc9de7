package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** Tells others how requests move on; joins the caller's transaction. */
public interface RequestEvents {
    /** A request is in a new state. */
    Mono<Void> changed(Request request, Instant at);

    /** A withdrawal is confirmed and is to be applied. */
    Mono<Void> instructed(Withdrawal.Received request, Instant confirmedAt);
}
