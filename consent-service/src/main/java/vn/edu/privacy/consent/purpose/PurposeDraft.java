package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an officer wants to publish; anything may still be missing. Components as in {@link PublishedPurpose}. */
record PurposeDraft(
        @Nullable String category,
        @Nullable LawfulBasis basis,
        @Nullable String legalReference,
        @Nullable SafeguardsDraft safeguards,
        @Nullable Boolean sensitive,
        @Nullable Boolean discloses,
        List<DataCategory> categories,
        List<Recipient> recipients,
        @Nullable PeriodKind periodKind,
        @Nullable LocalDate processingFrom,
        @Nullable LocalDate processingUntil,
        Map<String, NoticeDraft> notices) {
    PurposeDraft {
        categories = List.copyOf(categories);
        recipients = List.copyOf(recipients);
        notices = Map.copyOf(notices);
    }

    /** What a version says, to be changed into the next one or compared with it. */
    static PurposeDraft of(PurposeContent content) {
        Map<String, NoticeDraft> notices = new TreeMap<>();
        content.notices().forEach((language, text) -> notices.put(language, NoticeDraft.of(text)));
        return new PurposeDraft(
                content.category().name(),
                content.basis(),
                content.legalReference(),
                content.safeguards() == null ? null : SafeguardsDraft.of(content.safeguards()),
                content.sensitive(),
                content.discloses(),
                content.categories(),
                content.recipients(),
                content.periodKind(),
                content.processingFrom(),
                content.processingUntil(),
                notices);
    }

    /** Whether private life is published or disclosed; where nothing is said it is, so that more people are asked. */
    boolean disclosing() {
        return !Boolean.FALSE.equals(discloses);
    }

    /** Safeguards as typed; components as in {@link Safeguards}. */
    record SafeguardsDraft(
            @Nullable String procedure,
            @Nullable String responsible,
            Map<String, String> measures,
            @Nullable LocalDate nextReview,
            Map<String, String> complaints) {
        static final SafeguardsDraft NOTHING = new SafeguardsDraft(null, null, Map.of(), null, Map.of());

        SafeguardsDraft {
            measures = Map.copyOf(measures);
            complaints = Map.copyOf(complaints);
        }

        static SafeguardsDraft of(Safeguards safeguards) {
            return new SafeguardsDraft(
                    safeguards.procedure(),
                    safeguards.responsible(),
                    safeguards.measures(),
                    safeguards.nextReview(),
                    safeguards.complaints());
        }
    }

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
            @Nullable String childText) {
        static NoticeDraft of(NoticeText text) {
            return new NoticeDraft(
                    text.name(),
                    text.summary(),
                    text.processing(),
                    text.recipients(),
                    text.risks(),
                    text.ifRefused(),
                    text.withdrawal(),
                    text.consequences(),
                    text.rights(),
                    text.controller(),
                    text.childText());
        }
    }
}
