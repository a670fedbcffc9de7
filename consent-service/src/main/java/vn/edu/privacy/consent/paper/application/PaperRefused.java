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
        NOBODY_TO_SIGN,
        /** No form of that number was printed by the school for that student and purpose. */
        UNKNOWN_FORM,
        /** Whoever writes down a child's own answer is not of its family. */
        SUPERVISOR_IS_FAMILY,
        /** Withdrawing on paper is a request, which notification-service takes in. */
        WITHDRAWN_ELSEWHERE,
        /** Signed before the form was printed, or in the future. */
        DATE_IMPOSSIBLE,
        /** The person has decided on the same day or since, or this very paper was entered already. */
        NEWER_DECISION,
        /** Consents from before are taken in only when the officer declares that their evidence covers the same content. */
        NOT_DECLARED,
        /** No such batch or line, or none of the school's. */
        UNKNOWN_BATCH,
        /** The batch was accepted or rejected already. */
        BATCH_DECIDED
    }
}
