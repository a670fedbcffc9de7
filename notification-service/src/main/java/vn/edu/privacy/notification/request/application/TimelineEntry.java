package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened; identifiers and codes only.
 *
 * @param seq 1, 2, …
 * @param at when
 * @param actor who did it
 * @param actorId the officer's id
 * @param event a code, {@code CONFIRMED}
 * @param detail a code: purpose, holder or ground
 */
public record TimelineEntry(
        int seq,
        Instant at,
        Actor actor,
        @Nullable String actorId,
        String event,
        @Nullable String detail) {
    /** Who makes a request move on. */
    public enum Actor {
        REQUESTER,
        OFFICER,
        CONSENT_SERVICE,
        HOLDER,
        SYSTEM
    }
}
