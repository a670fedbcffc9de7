package vn.edu.privacy.consent.purpose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a purpose; its content never changes (R-NOT-05).
 *
 * @param code the purpose, {@code health-record}
 * @param version 1, 2, …
 * @param lastMajorVersion the newest version up to this one that asked for consent anew; a consent given under an older
 *     one is stale
 * @param active whether the purpose is not retired
 * @param category where it stands in the closed list
 * @param basis why processing is lawful
 * @param legalReference the provision, when the basis is not consent
 * @param safeguards how it is watched, when the basis is not consent; null for what was published before they were asked
 * @param sensitive whether any category is sensitive
 * @param discloses whether private life is published or disclosed, for which child and representative are always asked
 *     together (Law 91/2025 art. 24.2); what was published before anybody said so counts as if it did
 * @param categories the kinds of data
 * @param recipients who holds or receives them
 * @param periodKind how long one record stands
 * @param processingFrom first day of processing, Asia/Ho_Chi_Minh
 * @param processingUntil last day of processing, inclusive
 * @param notices by language: {@code vi}, {@code en} and any further one (BCP 47)
 * @param publishedAt when the version came into force
 * @param retiredAt when the purpose ended, if it did
 */
public record PublishedPurpose(
        String code,
        int version,
        int lastMajorVersion,
        boolean active,
        PurposeCategory category,
        LawfulBasis basis,
        @Nullable String legalReference,
        @Nullable Safeguards safeguards,
        boolean sensitive,
        boolean discloses,
        List<DataCategory> categories,
        List<Recipient> recipients,
        PeriodKind periodKind,
        LocalDate processingFrom,
        LocalDate processingUntil,
        Map<String, NoticeText> notices,
        Instant publishedAt,
        @Nullable Instant retiredAt) {
    public PublishedPurpose {
        categories = List.copyOf(categories);
        recipients = List.copyOf(recipients);
        notices = Map.copyOf(notices);
    }

    /** The codes of the data categories. */
    public List<String> dataCategories() {
        return categories.stream().map(DataCategory::code).toList();
    }

    /** The notice in that language, else in Vietnamese. */
    public NoticeText notice(String language) {
        NoticeText text = notices.getOrDefault(language, notices.get("vi"));
        if (text == null) {
            throw new NoSuchElementException("no notice of " + code + " v" + version);
        }
        return text;
    }

    /** The day by which processing without consent must be reviewed has come, or none was ever named (R-EXC-02). */
    boolean reviewDue(LocalDate today) {
        return active
                && !basis.needsConsent()
                && (safeguards == null || !safeguards.nextReview().isAfter(today));
    }

    /** What the version says, apart from its place among the others. */
    PurposeContent content() {
        return new PurposeContent(
                category,
                basis,
                legalReference,
                safeguards,
                sensitive,
                discloses,
                categories,
                recipients,
                periodKind,
                processingFrom,
                processingUntil,
                notices);
    }

    /** The languages in which the notice may be shown. */
    public Set<String> languages() {
        return notices.keySet();
    }

    /**
     * Whether data may be processed for it at all on that day.
     *
     * @param day in Asia/Ho_Chi_Minh
     */
    public boolean activeOn(LocalDate day) {
        return active && !day.isBefore(processingFrom) && !day.isAfter(processingUntil);
    }
}
