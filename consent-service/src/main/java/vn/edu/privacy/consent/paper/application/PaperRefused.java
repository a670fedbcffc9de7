package vn.edu.privacy.consent.paper.application;

import reactor.core.publisher.Mono;

/** What is asked of the desk cannot be done; nothing is recorded. */
public final class PaperRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private PaperRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    static <T> Mono<T> because(Reason reason) {
        return Mono.error(() -> new PaperRefused(reason));
    }

    /** Why the desk says no. */
    public enum Reason {
        /** No such purpose in force, or one that needs no consent. */
        NOTHING_TO_ASK,
        /** The notice has no text in that language. */
        LANGUAGE_MISSING,
        /** The roster names nobody who could sign for the student. */
        NOBODY_TO_SIGN
    }
}
