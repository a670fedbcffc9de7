package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.consent.purpose.PurposeDraft.NoticeDraft;

/** When a purpose may be published (R-NOT-02, R-NOT-05, R-CON-08, R-EXC-01, S-11). */
final class PurposeRules {
    static final List<String> LANGUAGES = List.of("vi", "en");

    private PurposeRules() {}

    /** The first rule that the draft breaks; none when it may be published. */
    static Optional<Refused> refusal(PurposeDraft draft) {
        if (category(draft).isEmpty()) {
            return Optional.of(new Refused.CategoryNotAllowed(draft.category()));
        }
        List<String> missing = missing(draft);
        if (!missing.isEmpty()) {
            return Optional.of(new Refused.NoticeIncomplete(missing));
        }
        LocalDate from = Objects.requireNonNull(draft.processingFrom());
        if (Objects.requireNonNull(draft.processingUntil()).isBefore(from)) {
            return Optional.of(new Refused.EndsBeforeItBegins());
        }
        List<String> sensitive = draft.categories().stream()
                .filter(DataCategory::sensitive)
                .map(DataCategory::code)
                .toList();
        if (!sensitive.isEmpty() && !draft.sensitive()) {
            return Optional.of(new Refused.SensitiveNotFlagged(sensitive));
        }
        return Optional.empty();
    }

    /** Every item of the notice that is missing or blank, by its place in the request. */
    static List<String> missing(PurposeDraft draft) {
        List<String> missing = new ArrayList<>();
        if (draft.processingFrom() == null) {
            missing.add("processingFrom");
        }
        if (draft.processingUntil() == null) {
            missing.add("processingUntil");
        }
        if (draft.categories().isEmpty()) {
            missing.add("dataCategories");
        }
        if (!draft.basis().needsConsent() && blank(draft.legalReference())) {
            missing.add("legalReference");
        }
        for (int i = 0; i < draft.categories().size(); i++) {
            missing.addAll(missingNames(
                    "dataCategories[" + i + "]", draft.categories().get(i).name()));
        }
        for (int i = 0; i < draft.recipients().size(); i++) {
            missing.addAll(missingNames(
                    "recipients[" + i + "]", draft.recipients().get(i).name()));
        }
        for (String language : LANGUAGES) {
            NoticeDraft notice = draft.notices().get(language);
            if (notice == null) {
                missing.add("notices." + language);
            } else {
                items(notice).forEach((item, text) -> {
                    if (blank(text.orElse(null))) {
                        missing.add("notices." + language + "." + item);
                    }
                });
            }
        }
        return missing;
    }

    /** What a change touches that asks for new consents, so that it cannot be a MINOR one (R-NOT-05). */
    static List<String> needsMajor(PurposeContent before, PurposeContent after) {
        List<String> changed = new ArrayList<>();
        if (before.basis() != after.basis()) {
            changed.add("lawfulBasis");
        }
        if (before.sensitive() != after.sensitive()) {
            changed.add("sensitive");
        }
        if (!sorted(before.categoryCodes()).equals(sorted(after.categoryCodes()))) {
            changed.add("dataCategories");
        }
        if (!sorted(before.recipients().stream().map(Recipient::code).toList())
                .equals(sorted(after.recipients().stream().map(Recipient::code).toList()))) {
            changed.add("recipients");
        }
        if (before.periodKind() != after.periodKind()) {
            changed.add("periodKind");
        }
        if (!before.processingUntil().equals(after.processingUntil())) {
            changed.add("processingUntil");
        }
        return changed;
    }

    /** The content of a draft that {@link #refusal} lets through. */
    static PurposeContent content(PurposeDraft draft) {
        Map<String, NoticeText> notices = new TreeMap<>();
        for (String language : LANGUAGES) {
            notices.put(language, text(Objects.requireNonNull(draft.notices().get(language))));
        }
        return new PurposeContent(
                category(draft).orElseThrow(),
                draft.basis(),
                draft.basis().needsConsent() ? null : draft.legalReference(),
                draft.sensitive(),
                draft.categories(),
                draft.recipients(),
                draft.periodKind(),
                Objects.requireNonNull(draft.processingFrom()),
                Objects.requireNonNull(draft.processingUntil()),
                notices);
    }

    private static Optional<PurposeCategory> category(PurposeDraft draft) {
        return Arrays.stream(PurposeCategory.values())
                .filter(category -> category.name().equals(draft.category()))
                .findFirst();
    }

    private static Map<String, Optional<String>> items(NoticeDraft notice) {
        Map<String, Optional<String>> items = new TreeMap<>();
        items.put("name", Optional.ofNullable(notice.name()));
        items.put("summary", Optional.ofNullable(notice.summary()));
        items.put("processing", Optional.ofNullable(notice.processing()));
        items.put("recipients", Optional.ofNullable(notice.recipients()));
        items.put("risks", Optional.ofNullable(notice.risks()));
        items.put("ifRefused", Optional.ofNullable(notice.ifRefused()));
        items.put("withdrawal", Optional.ofNullable(notice.withdrawal()));
        items.put("consequences", Optional.ofNullable(notice.consequences()));
        items.put("rights", Optional.ofNullable(notice.rights()));
        items.put("controller", Optional.ofNullable(notice.controller()));
        return items;
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

    private static List<String> missingNames(String place, Map<String, String> names) {
        return LANGUAGES.stream()
                .filter(language -> blank(names.get(language)))
                .map(language -> place + ".name." + language)
                .toList();
    }

    private static List<String> sorted(List<String> codes) {
        return codes.stream().sorted().toList();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
