package vn.edu.privacy.consent.paper.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryTexts;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;

/** Makes of a ledger's entry what a second person compares. */
@Component
class EntryViews {
    private final StudentNames names;
    private final Purposes purposes;
    private final EntryTexts texts;
    private final MessageSource bundles;

    EntryViews(StudentNames names, Purposes purposes, EntryTexts texts, MessageSource bundles) {
        this.names = names;
        this.purposes = purposes;
        this.texts = texts;
        this.bundles = bundles;
    }

    /** The entry in the reader's language, from the version of the notice that it names. */
    Mono<EntryView> of(LedgerEntry entry, Locale locale) {
        return Mono.zip(
                        names.of(entry.key().studentId()),
                        purposes.version(entry.key().purpose(), entry.purposeVersion()),
                        texts.read(entry.key().studentId(), List.of(entry.decisionId())))
                .map(known -> view(entry, known.getT1(), known.getT2(), known.getT3(), locale));
    }

    private EntryView view(
            LedgerEntry entry, String student, PublishedPurpose purpose, List<String> conditions, Locale locale) {
        Words words = new Words(bundles, locale);
        String language = locale.getLanguage();
        boolean partial = entry.isDecision()
                && entry.categories().size() < purpose.categories().size();
        return new EntryView(
                student,
                purpose.notice(language).name(),
                entry.purposeVersion(),
                entry.capacity() == null ? null : words.of("party." + entry.capacity()),
                words.of("says." + entry.kind()),
                partial
                        ? purpose.categories().stream()
                                .filter(category -> entry.categories().contains(category.code()))
                                .map(category -> category.name(language))
                                .toList()
                        : List.of(),
                conditions,
                entry.particulars().lastDay(),
                entry.particulars().expressedOn(),
                words.of("method." + entry.method()),
                String.valueOf(entry.particulars().reference()),
                entry.decidedAt());
    }
}
