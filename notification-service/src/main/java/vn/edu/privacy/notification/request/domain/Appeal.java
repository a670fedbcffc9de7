package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An appeal against a refusal, to the head of the unit (Law 91 art. 4.1, letter 8343 1.6): one for each request, decided
 * once. Whoever disagrees with that too turns to the authority.
 */
public sealed interface Appeal {
    /** The request that was refused. */
    UUID requestId();

    /** When it was lodged. */
    Instant lodgedAt();

    /** What the requester wrote. */
    String text();

    /** Waits for the head of the unit. */
    record Lodged(UUID requestId, Instant lodgedAt, String text) implements Appeal {
        /** The refusal stands. */
        public Dismissed dismiss(String answer, Instant at) {
            return new Dismissed(requestId, lodgedAt, text, answer, at);
        }

        /** The refusal is set aside; officers rule on the request again. */
        public Allowed allow(String answer, Instant at) {
            return new Allowed(requestId, lodgedAt, text, answer, at);
        }
    }

    /** The refusal stands. */
    record Dismissed(UUID requestId, Instant lodgedAt, String text, String answer, Instant decidedAt)
            implements Appeal {}

    /** The refusal was set aside. */
    record Allowed(UUID requestId, Instant lodgedAt, String text, String answer, Instant decidedAt) implements Appeal {}
}
