package vn.edu.privacy.notification.request.application;

import reactor.core.publisher.Mono;

/** Has every holder and recipient follow what consent-service answers. */
public interface AnswerChanges {
    /** Notes whom to tell, in the caller's transaction; they are told after its commit. */
    Mono<Void> heard(AnswerChange change);
}
