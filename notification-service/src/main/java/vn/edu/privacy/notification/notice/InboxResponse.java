package vn.edu.privacy.notification.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.catalogue.KnownPurpose;

/**
 * A person's inbox.
 *
 * @param unread how many of all are unread
 * @param items the newest
 */
record InboxResponse(long unread, List<Item> items) {
    static InboxResponse of(
            long unread,
            List<Told> told,
            Map<UUID, Collection<Inbox.Sent>> sent,
            Map<String, KnownPurpose> purposes,
            NoticeTexts texts,
            NoticeLinks links,
            Locale locale) {
        return new InboxResponse(
                unread,
                told.stream()
                        .map(each -> new Item(
                                each.id(),
                                each.kind(),
                                texts.title(each.kind(), locale),
                                texts.text(each.kind(), locale),
                                each.matter().requestId(),
                                each.matter().studentId(),
                                each.matter().campaignId(),
                                name(each.matter().purpose(), purposes, locale),
                                each.matter().date(),
                                links.to(each.kind(), each.matter()),
                                List.copyOf(sent.getOrDefault(each.id(), List.of())),
                                each.at(),
                                each.readAt()))
                        .toList());
    }

    private static @Nullable String name(@Nullable String purpose, Map<String, KnownPurpose> purposes, Locale locale) {
        KnownPurpose known = purpose == null ? null : purposes.get(purpose);
        return known == null ? purpose : known.name(locale.getLanguage());
    }

    /**
     * A notice in the reader's language.
     *
     * @param id of this notice to this person
     * @param kind what happened
     * @param title in a few words
     * @param text in a few sentences
     * @param requestId on which request, or null
     * @param studentId about which student's consents, or null
     * @param campaignId in which campaign, or null
     * @param purposeName the purpose concerned in the reader's language, or null
     * @param date the day that it is about, or null
     * @param link the page of the portal that it leads to
     * @param sent the messages about it, the first tried first
     * @param at when
     * @param readAt when the person first read it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            NoticeKind kind,
            String title,
            String text,
            @Nullable UUID requestId,
            @Nullable UUID studentId,
            @Nullable UUID campaignId,
            @Nullable String purposeName,
            @Nullable LocalDate date,
            String link,
            List<Inbox.Sent> sent,
            Instant at,
            @Nullable Instant readAt) {}
}
