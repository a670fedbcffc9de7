package vn.edu.privacy.consent.purpose;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purpose as the API tells it, in one language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PurposeResponse(
        String code,
        int version,
        String name,
        String summary,
        PurposeCategory category,
        LawfulBasis lawfulBasis,
        @Nullable String legalReference,
        boolean sensitive,
        boolean active,
        List<NamedCategory> dataCategories,
        PeriodKind periodKind,
        LocalDate processingFrom,
        LocalDate processingUntil,
        Instant publishedAt,
        @Nullable Instant retiredAt) {
    static PurposeResponse of(PublishedPurpose purpose, String language) {
        NoticeText notice = purpose.notice(language);
        return new PurposeResponse(
                purpose.code(),
                purpose.version(),
                notice.name(),
                notice.summary(),
                purpose.category(),
                purpose.basis(),
                purpose.legalReference(),
                purpose.sensitive(),
                purpose.active(),
                NamedCategory.of(purpose, language),
                purpose.periodKind(),
                purpose.processingFrom(),
                purpose.processingUntil(),
                purpose.publishedAt(),
                purpose.retiredAt());
    }

    /** A kind of data in one language. */
    record NamedCategory(String code, String name, boolean sensitive) {
        static List<NamedCategory> of(PublishedPurpose purpose, String language) {
            return purpose.categories().stream()
                    .map(category -> new NamedCategory(category.code(), category.name(language), category.sensitive()))
                    .toList();
        }
    }

    /** All purposes in force. */
    record Catalogue(List<PurposeResponse> items) {}
}
