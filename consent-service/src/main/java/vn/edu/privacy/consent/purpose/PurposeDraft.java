package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an officer wants to publish; anything may still be missing. */
record PurposeDraft(
        String category,
        LawfulBasis basis,
        @Nullable String legalReference,
        boolean sensitive,
        List<DataCategory> categories,
        List<Recipient> recipients,
        PeriodKind periodKind,
        @Nullable LocalDate processingFrom,
        @Nullable LocalDate processingUntil,
        Map<String, NoticeDraft> notices) {

    /** A notice as typed; components as in {@link NoticeText}. */
    record NoticeDraft(
            @Nullable String name,
            @Nullable String summary,
            @Nullable String processing,
            @Nullable String recipients,
            @Nullable String risks,
            @Nullable String ifRefused,
            @Nullable String withdrawal,
            @Nullable String consequences,
            @Nullable String rights,
            @Nullable String controller,
            @Nullable String childText) {}
}
