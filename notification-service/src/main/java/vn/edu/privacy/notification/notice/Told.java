package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in a person's inbox.
 *
 * @param id of this notice to this person
 * @param kind what happened
 * @param requestId on which request
 * @param at when
 * @param readAt when the person first read it, or null
 */
record Told(
        UUID id,
        NoticeKind kind,
        UUID requestId,
        Instant at,
        @Nullable Instant readAt) {}
