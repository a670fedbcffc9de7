package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who is to be told what.
 *
 * @param recipients person ids
 * @param kind what happened
 * @param requestId on which request
 * @param at when
 * @param occasion which time it happens to the request; the same occasion is told once
 */
public record NoticeOrder(List<UUID> recipients, NoticeKind kind, UUID requestId, Instant at, int occasion) {
    public NoticeOrder {
        recipients = List.copyOf(recipients);
    }

    /** Something that happens to a request once. */
    public NoticeOrder(List<UUID> recipients, NoticeKind kind, UUID requestId, Instant at) {
        this(recipients, kind, requestId, at, 1);
    }
}
