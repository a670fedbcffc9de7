package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.edu.privacy.consent.purpose.PurposeRequests.Category;
import vn.edu.privacy.consent.purpose.PurposeRequests.Notice;
import vn.edu.privacy.consent.purpose.PurposeRequests.Receiver;
import vn.edu.privacy.consent.purpose.PurposeRequests.Watching;

/**
 * The form of a draft as it was sent. It shows Vietnamese and English; what a purpose says in further languages it leaves
 * as it is.
 *
 * @param request what was typed
 * @param unreadable fields that are no dates
 */
record PurposeForm(PurposeRequests.Draft request, List<String> unreadable) {

    static PurposeForm of(MultiValueMap<String, String> form) {
        List<String> unreadable = new ArrayList<>();
        PurposeRequests.Draft request = new PurposeRequests.Draft(
                text(form, "category"),
                one(LawfulBasis.values(), text(form, "lawfulBasis")),
                text(form, "legalReference"),
                new Watching(
                        text(form, "safeguards.procedure"),
                        text(form, "safeguards.responsible"),
                        texts(text(form, "safeguards.measures.vi"), text(form, "safeguards.measures.en")),
                        day(form, "safeguards.nextReview", unreadable),
                        texts(text(form, "safeguards.complaints.vi"), text(form, "safeguards.complaints.en"))),
                flag(text(form, "sensitive")),
                flag(text(form, "disclosesPrivateLife")),
                categories(form),
                recipients(form),
                one(PeriodKind.values(), text(form, "periodKind")),
                day(form, "processingFrom", unreadable),
                day(form, "processingUntil", unreadable),
                notices(form));
        return new PurposeForm(request, unreadable);
    }

    /** The draft that it makes of what was there before. */
    PurposeDraft onto(PurposeDraft before) {
        PurposeDraft typed = request.draft();
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        before.categories().forEach(category -> names.put("category " + category.code(), category.name()));
        before.recipients().forEach(recipient -> names.put("recipient " + recipient.code(), recipient.name()));
        Map<String, PurposeDraft.NoticeDraft> notices = new TreeMap<>(before.notices());
        PurposeRules.LANGUAGES.forEach(notices::remove);
        notices.putAll(typed.notices());
        return new PurposeDraft(
                typed.category(),
                typed.basis(),
                typed.legalReference(),
                safeguards(typed, before),
                typed.sensitive(),
                typed.discloses(),
                typed.categories().stream()
                        .map(category -> new DataCategory(
                                category.code(),
                                merged(names.get("category " + category.code()), category.name()),
                                category.sensitive()))
                        .toList(),
                typed.recipients().stream()
                        .map(recipient -> new Recipient(
                                recipient.code(), merged(names.get("recipient " + recipient.code()), recipient.name())))
                        .toList(),
                typed.periodKind(),
                typed.processingFrom(),
                typed.processingUntil(),
                notices);
    }

    /** Where nothing is watched nothing is kept, so that a purpose with consent does not differ by empty fields. */
    private static PurposeDraft.@Nullable SafeguardsDraft safeguards(PurposeDraft typed, PurposeDraft before) {
        PurposeDraft.SafeguardsDraft safeguards = typed.safeguards();
        if (safeguards == null || safeguards.equals(PurposeDraft.SafeguardsDraft.NOTHING)) {
            return null;
        }
        PurposeDraft.SafeguardsDraft was = before.safeguards();
        return new PurposeDraft.SafeguardsDraft(
                safeguards.procedure(),
                safeguards.responsible(),
                merged(was == null ? null : was.measures(), safeguards.measures()),
                safeguards.nextReview(),
                merged(was == null ? null : was.complaints(), safeguards.complaints()));
    }

    private static Map<String, String> merged(@Nullable Map<String, String> before, Map<String, String> typed) {
        Map<String, String> merged = new TreeMap<>(before == null ? Map.of() : before);
        PurposeRules.LANGUAGES.forEach(merged::remove);
        merged.putAll(typed);
        return merged;
    }

    private static List<Category> categories(MultiValueMap<String, String> form) {
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < rows(form, "category.code"); i++) {
            String code = cell(form, "category.code", i);
            if (code != null) {
                categories.add(new Category(
                        code,
                        texts(cell(form, "category.vi", i), cell(form, "category.en", i)),
                        "true".equals(cell(form, "category.sensitive", i))));
            }
        }
        return categories;
    }

    private static List<Receiver> recipients(MultiValueMap<String, String> form) {
        List<Receiver> recipients = new ArrayList<>();
        for (int i = 0; i < rows(form, "recipient.code"); i++) {
            String code = cell(form, "recipient.code", i);
            if (code != null) {
                recipients.add(new Receiver(code, texts(cell(form, "recipient.vi", i), cell(form, "recipient.en", i))));
            }
        }
        return recipients;
    }

    private static Map<String, Notice> notices(MultiValueMap<String, String> form) {
        Map<String, Notice> notices = new TreeMap<>();
        for (String language : PurposeRules.LANGUAGES) {
            String[] texts = Arrays.stream(NoticeItem.values())
                    .map(item -> text(form, "notices." + language + "." + item.field()))
                    .toArray(String[]::new);
            if (Arrays.stream(texts).anyMatch(text -> text != null)) {
                notices.put(
                        language,
                        new Notice(
                                texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7],
                                texts[8], texts[9], texts[10]));
            }
        }
        return notices;
    }

    private static Map<String, String> texts(@Nullable String vietnamese, @Nullable String english) {
        Map<String, String> texts = new TreeMap<>();
        if (vietnamese != null) {
            texts.put("vi", vietnamese);
        }
        if (english != null) {
            texts.put("en", english);
        }
        return texts;
    }

    private static @Nullable LocalDate day(MultiValueMap<String, String> form, String field, List<String> unreadable) {
        String typed = text(form, field);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException noDate) {
            unreadable.add(field);
            return null;
        }
    }

    private static <T extends Enum<T>> @Nullable T one(T[] values, @Nullable String name) {
        for (T value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    private static int rows(MultiValueMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).size();
    }

    private static @Nullable String cell(MultiValueMap<String, String> form, String field, int row) {
        List<String> cells = form.getOrDefault(field, List.of());
        return row < cells.size() ? nonBlank(cells.get(row)) : null;
    }

    private static @Nullable String text(MultiValueMap<String, String> form, String field) {
        return nonBlank(form.getFirst(field));
    }

    /** Browsers send line breaks as CR LF, which would make every text differ from the one it was. */
    private static @Nullable String nonBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }
}
