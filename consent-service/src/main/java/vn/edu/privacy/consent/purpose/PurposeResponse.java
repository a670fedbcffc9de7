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
        boolean disclosesPrivateLife,
        boolean active,
        List<NamedCategory> dataCategories,
        PeriodKind periodKind,
        LocalDate processingFrom,
        LocalDate processingUntil,
        Instant publishedAt,
        @Nullable Instant retiredAt,
        String state,
        List<String> languages) {
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
                purpose.discloses(),
                purpose.active(),
                NamedCategory.of(purpose, language),
                purpose.periodKind(),
                purpose.processingFrom(),
                purpose.processingUntil(),
                purpose.publishedAt(),
                purpose.retiredAt(),
                PurposeVersion.newest(purpose).name(),
                purpose.languages().stream().sorted().toList());
    }

    /** A kind of data in one language. */
    record NamedCategory(String code, String name, boolean sensitive) {
        static List<NamedCategory> of(PublishedPurpose purpose, String language) {
            return purpose.categories().stream()
                    .map(category -> new NamedCategory(category.code(), category.name(language), category.sensitive()))
                    .toList();
        }
    }

    /**
     * A version among the others.
     *
     * @param since when it came into that state
     * @param supersededBy the version that took its place
     * @param change whether it asked for consent anew
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            String code,
            int version,
            String state,
            Instant since,
            @Nullable Integer supersededBy,
            PurposeRequests.Change change,
            Instant publishedAt,
            ContentResponse content) {
        static Version of(PurposeVersion version) {
            PublishedPurpose purpose = version.purpose();
            return new Version(
                    purpose.code(),
                    purpose.version(),
                    version.state().name(),
                    version.state().since(),
                    version.state() instanceof PurposeState.Superseded superseded ? superseded.by() : null,
                    version.major() ? PurposeRequests.Change.MAJOR : PurposeRequests.Change.MINOR,
                    purpose.publishedAt(),
                    ContentResponse.of(PurposeDraft.of(purpose.content())));
        }
    }

    /** All versions of a purpose, oldest first. */
    record Versions(List<Version> items) {}

    /** All purposes in force. */
    record Catalogue(List<PurposeResponse> items) {}
}
