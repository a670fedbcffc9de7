package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;

/**
 * What is written into the timeline.
 *
 * @param at when
 * @param actor who did it
 * @param actorId the officer's id
 * @param event a code
 * @param detail a code: purpose, holder or ground
 */
public record Happening(
        Instant at,
        Actor actor,
        @Nullable String actorId,
        String event,
        @Nullable String detail) {
    /** Something done by anybody but an officer. */
    public static Happening of(Instant at, Actor actor, String event, @Nullable String detail) {
        return new Happening(at, actor, null, event, detail);
    }

    static Happening byOfficer(Instant at, Officer officer, String event, @Nullable String detail) {
        return new Happening(at, Actor.OFFICER, officer.id(), event, detail);
    }
}
