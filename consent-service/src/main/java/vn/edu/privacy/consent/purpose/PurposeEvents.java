package vn.edu.privacy.consent.purpose;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.PurposeRetiredV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

/** Tells the other service what the catalogue says, in the transaction of the change. */
@Component
class PurposeEvents {
    private final Outbox outbox;

    PurposeEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    Mono<Void> published(PublishedPurpose purpose, boolean major) {
        return append(
                purpose.code(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        purpose.code(),
                        purpose.version(),
                        major ? "MAJOR" : "MINOR",
                        purpose.basis().name(),
                        purpose.sensitive(),
                        purpose.dataCategories(),
                        texts(purpose, NoticeText::name),
                        texts(purpose, NoticeText::consequences),
                        purpose.recipients().stream()
                                .map(recipient -> new PurposePublishedV1.Recipient(recipient.code(), names(recipient)))
                                .toList(),
                        purpose.publishedAt(),
                        purpose.categories().stream()
                                .filter(DataCategory::sensitive)
                                .map(DataCategory::code)
                                .toList()));
    }

    Mono<Void> retired(String code, int version, Instant at) {
        return append(code, PurposeRetiredV1.TYPE, new PurposeRetiredV1(code, version, at));
    }

    private Mono<Void> append(String code, String type, Object data) {
        return outbox.append(new OutgoingEvent(Topics.PURPOSES, code, type, data));
    }

    private static Map<String, String> names(Recipient recipient) {
        Map<String, String> names = new TreeMap<>();
        PurposeRules.LANGUAGES.forEach(language -> names.put(language, recipient.name(language)));
        return names;
    }

    /** In the languages that everybody has; further ones are for the notice alone. */
    private static Map<String, String> texts(PublishedPurpose purpose, Function<NoticeText, String> item) {
        Map<String, String> texts = new TreeMap<>();
        PurposeRules.LANGUAGES.forEach(language -> texts.put(language, item.apply(purpose.notice(language))));
        return texts;
    }
}
