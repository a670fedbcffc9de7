package vn.edu.privacy.consent.paper.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.edu.privacy.consent.paper.domain.PrintedForm;
import vn.edu.privacy.consent.purpose.DataCategory;
import vn.edu.privacy.consent.purpose.NoticeText;
import vn.edu.privacy.consent.purpose.PublishedPurpose;

/**
 * What stands on a form: the whole notice of Decree 13 art. 13.2 in Vietnamese, and in a second language beside it. From
 * the version printed, never from the one in force.
 */
final class FormSheet {
    private static final Locale VIETNAMESE = Locale.of(PrintedForm.FIRST_LANGUAGE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final PublishedPurpose purpose;
    private final Tongue first;
    private final @Nullable Tongue second;

    FormSheet(PrintedForm form, PublishedPurpose purpose, MessageSource texts) {
        this.purpose = purpose;
        this.first = new Tongue(
                PrintedForm.FIRST_LANGUAGE,
                purpose.notice(PrintedForm.FIRST_LANGUAGE),
                new Words(texts, VIETNAMESE),
                true);
        this.second = form.languages().stream()
                .filter(language -> !language.equals(PrintedForm.FIRST_LANGUAGE))
                .findFirst()
                .map(language -> second(language, texts))
                .orElse(null);
    }

    /** The form's own words are there in English too; in another language the notice alone speaks. */
    private Tongue second(String language, MessageSource texts) {
        boolean english = language.equals(Locale.ENGLISH.getLanguage());
        return new Tongue(
                language,
                purpose.notice(language),
                english ? new Words(texts, Locale.ENGLISH) : first.words(),
                english);
    }

    /** The purpose's name. */
    public String name() {
        return first.text().name();
    }

    /** The purpose's name in the second language. */
    public @Nullable String secondName() {
        return second == null ? null : second.text().name();
    }

    /** The second language's code. */
    public @Nullable String secondLanguage() {
        return second == null ? null : second.language();
    }

    /** The second language, named in Vietnamese. */
    public @Nullable String secondLanguageName() {
        return second == null ? null : languageName(second.language(), VIETNAMESE);
    }

    /** A language's name. */
    static String languageName(String language, Locale in) {
        return Locale.of(language).getDisplayLanguage(in);
    }

    /** Whether any data is sensitive (art. 11.8). */
    public boolean sensitive() {
        return purpose.sensitive();
    }

    /** The text for a child to read, when there is one (R-CH-26). */
    public @Nullable String childText() {
        return first.text().childText();
    }

    /** The same in the second language. */
    public @Nullable String secondChildText() {
        return second == null ? null : second.text().childText();
    }

    /** The form's own text in Vietnamese, and in the second language where it is translated. */
    public String of(String key, Object... args) {
        String text = first.words().of(key, args);
        Tongue other = second;
        return other == null || !other.ownWords()
                ? text
                : text + " / " + other.words().of(key, args);
    }

    /** The items of the notice, in the order of art. 13.2. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        items.add(item("purpose", tongue -> tongue.text().summary()));
        items.add(item("data", this::data));
        items.add(item("processing", tongue -> tongue.text().processing()));
        items.add(item("recipients", tongue -> tongue.text().recipients()));
        items.add(item("organisations", this::organisations));
        items.add(item("risks", tongue -> tongue.text().risks()));
        items.add(item("period", this::period));
        items.add(item("ifRefused", tongue -> tongue.text().ifRefused()));
        items.add(item("withdrawal", tongue -> tongue.text().withdrawal()));
        items.add(item("consequences", tongue -> tongue.text().consequences()));
        items.add(item("rights", tongue -> tongue.text().rights()));
        items.add(item("controller", tongue -> tongue.text().controller()));
        return items;
    }

    /** The data categories, each with a box of its own for partial consent (art. 11.7). */
    public List<Item> categories() {
        return purpose.categories().stream()
                .map(category -> new Item(
                        category.code(),
                        category.name(PrintedForm.FIRST_LANGUAGE),
                        second == null ? null : category.name(second.language())))
                .toList();
    }

    private Item item(String key, Function<Tongue, String> part) {
        return new Item(of("item." + key), part.apply(first), second == null ? null : part.apply(second));
    }

    private String data(Tongue tongue) {
        return purpose.categories().stream()
                .map((DataCategory category) -> category.sensitive()
                        ? category.name(tongue.language()) + " "
                                + tongue.words().of("item.data.sensitive")
                        : category.name(tongue.language()))
                .collect(Collectors.joining(", "));
    }

    private String organisations(Tongue tongue) {
        return purpose.recipients().isEmpty()
                ? tongue.words().of("item.organisations.none")
                : purpose.recipients().stream()
                        .map(recipient -> recipient.name(tongue.language()))
                        .collect(Collectors.joining(", "));
    }

    private String period(Tongue tongue) {
        return tongue.words()
                .of("item.period.value", DAY.format(purpose.processingFrom()), DAY.format(purpose.processingUntil()));
    }

    /**
     * A line of the form.
     *
     * @param label what it is; the code of a data category
     * @param text in Vietnamese
     * @param second in the second language, when there is one
     */
    record Item(String label, String text, @Nullable String second) {}

    /**
     * A language of the form.
     *
     * @param language its code
     * @param text the notice
     * @param words the form's own words: in that language, or in Vietnamese where they are not translated
     * @param ownWords whether they are in that language
     */
    private record Tongue(String language, NoticeText text, Words words, boolean ownWords) {}
}
