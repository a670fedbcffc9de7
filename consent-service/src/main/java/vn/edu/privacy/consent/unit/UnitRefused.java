package vn.edu.privacy.consent.unit;

import reactor.core.publisher.Mono;

/** A unit cannot be kept, placed or handed over like this; nothing is recorded. */
final class UnitRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private UnitRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static <T> Mono<T> because(Reason reason) {
        return Mono.error(() -> new UnitRefused(reason));
    }

    enum Reason {
        /** No such unit, or none that the caller answers for. */
        UNKNOWN,
        /** The level of a unit that exists cannot change. */
        LEVEL_FIXED,
        /** A school has nobody below, the Department nobody above. */
        NO_SUCH_PARENT,
        /** It would stand below itself. */
        CYCLE,
        /** The tree would be deeper than it may be. */
        TOO_DEEP,
        /** It begins before what is recorded last. */
        NOT_LATER,
        /** No purpose of that code is in force. */
        UNKNOWN_PURPOSE,
        /** Somebody has that task of that purpose on those days. */
        ASSIGNED
    }
}
