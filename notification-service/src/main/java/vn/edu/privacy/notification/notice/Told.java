package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in a person's inbox.
 *
 * @param id of this notice to this person
 * @param kind what happened
 * @param matter what it is about
 * @param at when
 * @param readAt when the person first read it, or null
 */
record Told(
        UUID id,
        NoticeKind kind,
        Matter matter,
        Instant at,
        @Nullable Instant readAt) {}
