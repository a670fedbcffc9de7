package vn.edu.privacy.consent.collection;

import reactor.core.publisher.Mono;

/** A channel cannot be registered or ended; nothing is recorded. */
final class ChannelRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private ChannelRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static <T> Mono<T> because(Reason reason) {
        return Mono.error(() -> new ChannelRefused(reason));
    }

    enum Reason {
        /** No such channel, or none that the caller answers for. */
        UNKNOWN,
        /** Its address is one of a form service. */
        FORM,
        /** Its address cannot be read. */
        NO_ADDRESS,
        /** It has ended; a new one gets a code of its own. */
        ENDED
    }
}
