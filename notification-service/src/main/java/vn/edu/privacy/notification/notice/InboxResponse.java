package vn.edu.privacy.notification.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's inbox.
 *
 * @param unread how many of all are unread
 * @param items the newest
 */
record InboxResponse(long unread, List<Item> items) {
    static InboxResponse of(long unread, List<Told> told, NoticeTexts texts, Locale locale) {
        return new InboxResponse(
                unread,
                told.stream()
                        .map(each -> new Item(
                                each.id(),
                                each.kind(),
                                texts.title(each.kind(), locale),
                                texts.text(each.kind(), locale),
                                each.requestId(),
                                each.at(),
                                each.readAt()))
                        .toList());
    }

    /**
     * A notice in the reader's language.
     *
     * @param id of this notice to this person
     * @param kind what happened
     * @param title in a few words
     * @param text in a few sentences
     * @param requestId on which request
     * @param at when
     * @param readAt when the person first read it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            NoticeKind kind,
            String title,
            String text,
            UUID requestId,
            Instant at,
            @Nullable Instant readAt) {}
}
