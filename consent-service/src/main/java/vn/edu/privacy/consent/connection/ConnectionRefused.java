package vn.edu.privacy.consent.connection;

import reactor.core.publisher.Mono;

/** A connection cannot be changed like that; nothing is recorded. */
final class ConnectionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private ConnectionRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static <T> Mono<T> because(Reason reason) {
        return Mono.error(() -> new ConnectionRefused(reason));
    }

    enum Reason {
        /** No such legal entity. */
        UNKNOWN,
        /** It is not in the state from which that step leads. */
        WRONG_STATE,
        /** It was disconnected for good. */
        REVOKED,
        /** The second person is the first. */
        SECOND_PERSON_NEEDED,
        /** The client belongs to another legal entity. */
        CLIENT_OF_ANOTHER
    }
}
