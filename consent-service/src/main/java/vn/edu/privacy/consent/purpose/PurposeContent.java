package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a version says; stored as JSON and never changed. Components as in {@link PublishedPurpose}. */
record PurposeContent(
        PurposeCategory category,
        LawfulBasis basis,
        @Nullable String legalReference,
        @Nullable Safeguards safeguards,
        boolean sensitive,
        @Nullable Boolean discloses,
        List<DataCategory> categories,
        List<Recipient> recipients,
        PeriodKind periodKind,
        LocalDate processingFrom,
        LocalDate processingUntil,
        Map<String, NoticeText> notices) {
    PurposeContent {
        categories = List.copyOf(categories);
        recipients = List.copyOf(recipients);
        notices = Map.copyOf(notices);
    }

    List<String> categoryCodes() {
        return categories.stream().map(DataCategory::code).toList();
    }
}
