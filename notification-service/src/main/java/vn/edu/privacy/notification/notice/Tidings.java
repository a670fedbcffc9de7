package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told to whom.
 *
 * @param kind what happened
 * @param people person ids; sorted, so that two at once take the locks of one family in one order
 * @param matter what it is about
 * @param announcementId under which it is said once, when it is not about a request
 * @param at when it happened
 * @param occasion which time it happens to a request; the same occasion is told once
 */
record Tidings(
        NoticeKind kind,
        List<UUID> people,
        Matter matter,
        @Nullable UUID announcementId,
        Instant at,
        int occasion) {
    Tidings {
        people = people.stream().distinct().sorted().toList();
    }

    /** What happens once. */
    Tidings(NoticeKind kind, List<UUID> people, Matter matter, @Nullable UUID announcementId, Instant at) {
        this(kind, people, matter, announcementId, at, 1);
    }
}
