package vn.edu.privacy.consent.purpose;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a version or a draft says, in all its languages, as it would be sent to publish it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContentResponse(
        @Nullable String category,
        @Nullable LawfulBasis lawfulBasis,
        @Nullable String legalReference,
        PurposeDraft.@Nullable SafeguardsDraft safeguards,
        @Nullable Boolean sensitive,
        @Nullable Boolean disclosesPrivateLife,
        List<DataCategory> dataCategories,
        List<Recipient> recipients,
        @Nullable PeriodKind periodKind,
        @Nullable LocalDate processingFrom,
        @Nullable LocalDate processingUntil,
        Map<String, PurposeDraft.NoticeDraft> notices) {
    static ContentResponse of(PurposeDraft draft) {
        return new ContentResponse(
                draft.category(),
                draft.basis(),
                draft.legalReference(),
                draft.safeguards(),
                draft.sensitive(),
                draft.discloses(),
                draft.categories(),
                draft.recipients(),
                draft.periodKind(),
                draft.processingFrom(),
                draft.processingUntil(),
                draft.notices());
    }
}
