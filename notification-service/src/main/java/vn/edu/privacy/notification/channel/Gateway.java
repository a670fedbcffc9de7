package vn.edu.privacy.notification.channel;

import reactor.core.publisher.Mono;

/** Whoever carries messages of one channel. */
interface Gateway {
    /** Hands a message over. An error of the far side is an outcome, not an error. */
    Mono<Outcome> send(Message message, String address);
}
