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
 */
public record NoticeOrder(List<UUID> recipients, NoticeKind kind, UUID requestId, Instant at) {
    public NoticeOrder {
        recipients = List.copyOf(recipients);
    }
}
