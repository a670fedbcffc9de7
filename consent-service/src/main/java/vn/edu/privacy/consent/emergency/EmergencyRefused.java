package vn.edu.privacy.consent.emergency;

import reactor.core.publisher.Mono;

/** What is asked about a use in an emergency cannot be done; nothing is recorded. */
final class EmergencyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private EmergencyRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static <T> Mono<T> because(Reason reason) {
        return Mono.error(() -> new EmergencyRefused(reason));
    }

    enum Reason {
        /** No such student, or none of the school; no such use, or none of the officer's. */
        UNKNOWN,
        /** No such purpose in force. */
        UNKNOWN_PURPOSE,
        /** A kind of data that the purpose does not use. */
        CATEGORY_UNKNOWN,
        /** Who declared it does not judge it. */
        SECOND_PERSON_NEEDED,
        /** It was judged already. */
        ALREADY_REVIEWED
    }
}
