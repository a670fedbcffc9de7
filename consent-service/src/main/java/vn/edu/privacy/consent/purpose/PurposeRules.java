package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.collection.FormLinks;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.consent.purpose.PurposeDraft.NoticeDraft;
import vn.edu.privacy.consent.purpose.PurposeDraft.SafeguardsDraft;

/** When a purpose may be published (R-NOT-02, R-NOT-05, R-CON-08, R-EXC-01, R-EXC-02, S-06, S-11). */
final class PurposeRules {
    /** Every notice is there in these; further languages are the officer's choice. */
    static final List<String> LANGUAGES = List.of("vi", "en");

    private PurposeRules() {}

    /** The first rule that the draft breaks; none when it may be published. */
    static Optional<Refused> refusal(PurposeDraft draft, LocalDate today) {
        return refusals(draft, today).stream().findFirst();
    }

    /**
     * Every rule that the draft breaks.
     *
     * @param today in Asia/Ho_Chi_Minh
     */
    static List<Refused> refusals(PurposeDraft draft, LocalDate today) {
        List<Refused> refusals = new ArrayList<>();
        if (draft.category() != null && category(draft).isEmpty()) {
            refusals.add(new Refused.CategoryNotAllowed(draft.category()));
        }
        List<String> missing = missing(draft);
        if (!missing.isEmpty()) {
            refusals.add(new Refused.NoticeIncomplete(missing));
        }
        List<String> forms = formLinks(draft);
        if (!forms.isEmpty()) {
            refusals.add(new Refused.LinksToForm(forms));
        }
        if (draft.processingFrom() != null
                && draft.processingUntil() != null
                && draft.processingUntil().isBefore(draft.processingFrom())) {
            refusals.add(new Refused.EndsBeforeItBegins());
        }
        List<String> sensitive = draft.categories().stream()
                .filter(DataCategory::sensitive)
                .map(DataCategory::code)
                .toList();
        if (!sensitive.isEmpty() && Boolean.FALSE.equals(draft.sensitive())) {
            refusals.add(new Refused.SensitiveNotFlagged(sensitive));
        }
        SafeguardsDraft safeguards = draft.safeguards();
        if (isException(draft)
                && safeguards != null
                && safeguards.nextReview() != null
                && !safeguards.nextReview().isAfter(today)) {
            refusals.add(new Refused.ReviewNotAhead(safeguards.nextReview()));
        }
        return refusals;
    }

    /** Every item that is missing or blank, by its place in the request. */
    static List<String> missing(PurposeDraft draft) {
        List<String> missing = new ArrayList<>();
        List<String> languages = languages(draft);
        need("category", draft.category(), missing);
        need("lawfulBasis", draft.basis(), missing);
        need("sensitive", draft.sensitive(), missing);
        need("periodKind", draft.periodKind(), missing);
        need("processingFrom", draft.processingFrom(), missing);
        need("processingUntil", draft.processingUntil(), missing);
        if (draft.categories().isEmpty()) {
            missing.add("dataCategories");
        }
        if (isException(draft)) {
            needText("legalReference", draft.legalReference(), missing);
            safeguards(Objects.requireNonNullElse(draft.safeguards(), SafeguardsDraft.NOTHING), languages, missing);
        }
        for (int i = 0; i < draft.categories().size(); i++) {
            needTexts(
                    "dataCategories[" + i + "].name", draft.categories().get(i).name(), languages, missing);
        }
        for (int i = 0; i < draft.recipients().size(); i++) {
            needTexts("recipients[" + i + "].name", draft.recipients().get(i).name(), languages, missing);
        }
        for (String language : languages) {
            NoticeDraft notice = draft.notices().get(language);
            if (notice == null) {
                missing.add("notices." + language);
                continue;
            }
            for (NoticeItem item : NoticeItem.values()) {
                // children are asked where consent is, and only there
                if (item != NoticeItem.CHILD_TEXT || !isException(draft)) {
                    needText("notices." + language + "." + item.field(), item.of(notice), missing);
                }
            }
        }
        return missing;
    }

    /** Every text with a link to a form service, by its place in the request. */
    private static List<String> formLinks(PurposeDraft draft) {
        List<String> places = new ArrayList<>();
        new TreeMap<>(draft.notices()).forEach((language, notice) -> {
            for (NoticeItem item : NoticeItem.values()) {
                needNoForm("notices." + language + "." + item.field(), item.of(notice), places);
            }
        });
        SafeguardsDraft safeguards = Objects.requireNonNullElse(draft.safeguards(), SafeguardsDraft.NOTHING);
        needNoForm("safeguards.procedure", safeguards.procedure(), places);
        new TreeMap<>(safeguards.measures())
                .forEach((language, text) -> needNoForm("safeguards.measures." + language, text, places));
        new TreeMap<>(safeguards.complaints())
                .forEach((language, text) -> needNoForm("safeguards.complaints." + language, text, places));
        return places;
    }

    private static void needNoForm(String place, @Nullable String text, List<String> places) {
        if (text != null && FormLinks.in(text).isPresent()) {
            places.add(place);
        }
    }

    /** The content of a draft that {@link #refusal} lets through. */
    static PurposeContent content(PurposeDraft draft) {
        Map<String, NoticeText> notices = new TreeMap<>();
        draft.notices().forEach((language, notice) -> notices.put(language, text(notice)));
        LawfulBasis basis = Objects.requireNonNull(draft.basis());
        return new PurposeContent(
                category(draft).orElseThrow(),
                basis,
                basis.needsConsent() ? null : draft.legalReference(),
                basis.needsConsent() ? null : safeguards(Objects.requireNonNull(draft.safeguards())),
                Objects.requireNonNull(draft.sensitive()),
                draft.disclosing(),
                draft.categories(),
                draft.recipients(),
                Objects.requireNonNull(draft.periodKind()),
                Objects.requireNonNull(draft.processingFrom()),
                Objects.requireNonNull(draft.processingUntil()),
                notices);
    }

    /** Its place in the closed list; empty when it names none. */
    static Optional<PurposeCategory> category(PurposeDraft draft) {
        return Arrays.stream(PurposeCategory.values())
                .filter(category -> category.name().equals(draft.category()))
                .findFirst();
    }

    private static boolean isException(PurposeDraft draft) {
        return draft.basis() != null && !draft.basis().needsConsent();
    }

    /** A language that any text is in is one that every text must be in: a notice is read whole or not at all. */
    private static List<String> languages(PurposeDraft draft) {
        TreeSet<String> further = new TreeSet<>(draft.notices().keySet());
        draft.categories().forEach(category -> further.addAll(category.name().keySet()));
        draft.recipients().forEach(recipient -> further.addAll(recipient.name().keySet()));
        if (isException(draft) && draft.safeguards() != null) {
            further.addAll(draft.safeguards().measures().keySet());
            further.addAll(draft.safeguards().complaints().keySet());
        }
        LANGUAGES.forEach(further::remove);
        return Stream.concat(LANGUAGES.stream(), further.stream()).toList();
    }

    private static void safeguards(SafeguardsDraft draft, List<String> languages, List<String> missing) {
        needText("safeguards.procedure", draft.procedure(), missing);
        needText("safeguards.responsible", draft.responsible(), missing);
        needTexts("safeguards.measures", draft.measures(), languages, missing);
        need("safeguards.nextReview", draft.nextReview(), missing);
        needTexts("safeguards.complaints", draft.complaints(), languages, missing);
    }

    private static Safeguards safeguards(SafeguardsDraft draft) {
        return new Safeguards(
                Objects.requireNonNull(draft.procedure()),
                Objects.requireNonNull(draft.responsible()),
                draft.measures(),
                Objects.requireNonNull(draft.nextReview()),
                draft.complaints());
    }

    private static NoticeText text(NoticeDraft draft) {
        return new NoticeText(
                Objects.requireNonNull(draft.name()),
                Objects.requireNonNull(draft.summary()),
                Objects.requireNonNull(draft.processing()),
                Objects.requireNonNull(draft.recipients()),
                Objects.requireNonNull(draft.risks()),
                Objects.requireNonNull(draft.ifRefused()),
                Objects.requireNonNull(draft.withdrawal()),
                Objects.requireNonNull(draft.consequences()),
                Objects.requireNonNull(draft.rights()),
                Objects.requireNonNull(draft.controller()),
                blank(draft.childText()) ? null : draft.childText());
    }

    private static void need(String place, @Nullable Object value, List<String> missing) {
        if (value == null) {
            missing.add(place);
        }
    }

    private static void needText(String place, @Nullable String text, List<String> missing) {
        if (blank(text)) {
            missing.add(place);
        }
    }

    private static void needTexts(
            String place, Map<String, String> texts, List<String> languages, List<String> missing) {
        languages.forEach(language -> needText(place + "." + language, texts.get(language), missing));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
