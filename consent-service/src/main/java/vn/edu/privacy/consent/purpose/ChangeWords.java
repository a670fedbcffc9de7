package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain words what differs between two versions. */
@Component
public class ChangeWords {
    private static final String NOTHING = "–";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MessageSource texts;

    ChangeWords(MessageSource texts) {
        this.texts = texts;
    }

    /** The change as a sentence in the reader's language. */
    public String of(PurposeChange change, Locale locale) {
        return switch (change) {
            case PurposeChange.AimChanged(PurposeCategory before, PurposeCategory after) ->
                say("AimChanged", locale, named("aim", before, locale), named("aim", after, locale));
            case PurposeChange.BasisChanged(LawfulBasis before, LawfulBasis after) ->
                say("BasisChanged", locale, named("basis", before, locale), named("basis", after, locale));
            case PurposeChange.ProvisionChanged(@Nullable String before, @Nullable String after) ->
                say("ProvisionChanged", locale, orNothing(before), orNothing(after));
            case PurposeChange.SafeguardsChanged() -> say("SafeguardsChanged", locale);
            case PurposeChange.NowSensitive() -> say("NowSensitive", locale);
            case PurposeChange.NoLongerSensitive() -> say("NoLongerSensitive", locale);
            case PurposeChange.DisclosureChanged(boolean before, boolean after) ->
                say("DisclosureChanged." + after, locale);
            case PurposeChange.CategoryAdded(DataCategory category) ->
                say(
                        category.sensitive() ? "CategoryAdded.sensitive" : "CategoryAdded",
                        locale,
                        category.name(locale.getLanguage()));
            case PurposeChange.CategoryRemoved(DataCategory category) ->
                say("CategoryRemoved", locale, category.name(locale.getLanguage()));
            case PurposeChange.CategoryRenamed(DataCategory before, DataCategory after) ->
                say("CategoryRenamed", locale, before.name(locale.getLanguage()), after.name(locale.getLanguage()));
            case PurposeChange.CategoryNowSensitive(DataCategory category) ->
                say("CategoryNowSensitive", locale, category.name(locale.getLanguage()));
            case PurposeChange.CategoryNoLongerSensitive(DataCategory category) ->
                say("CategoryNoLongerSensitive", locale, category.name(locale.getLanguage()));
            case PurposeChange.RecipientAdded(Recipient recipient) ->
                say("RecipientAdded", locale, recipient.name(locale.getLanguage()));
            case PurposeChange.RecipientRemoved(Recipient recipient) ->
                say("RecipientRemoved", locale, recipient.name(locale.getLanguage()));
            case PurposeChange.RecipientRenamed(Recipient before, Recipient after) ->
                say("RecipientRenamed", locale, before.name(locale.getLanguage()), after.name(locale.getLanguage()));
            case PurposeChange.BeginsEarlier(LocalDate before, LocalDate after) ->
                say("BeginsEarlier", locale, DATE.format(before), DATE.format(after));
            case PurposeChange.BeginsLater(LocalDate before, LocalDate after) ->
                say("BeginsLater", locale, DATE.format(before), DATE.format(after));
            case PurposeChange.KeptLonger(LocalDate before, LocalDate after) ->
                say("KeptLonger", locale, DATE.format(before), DATE.format(after));
            case PurposeChange.KeptShorter(LocalDate before, LocalDate after) ->
                say("KeptShorter", locale, DATE.format(before), DATE.format(after));
            case PurposeChange.PeriodChanged(PeriodKind before, PeriodKind after) ->
                say("PeriodChanged", locale, named("period", before, locale), named("period", after, locale));
            case PurposeChange.LanguageAdded(String language) ->
                say("LanguageAdded", locale, language(language, locale));
            case PurposeChange.LanguageRemoved(String language) ->
                say("LanguageRemoved", locale, language(language, locale));
            case PurposeChange.Reworded(String language, NoticeItem item, var before, var after) ->
                say("Reworded", locale, named("item", item, locale), language(language, locale));
        };
    }

    /** A language by its name, for instance "tiếng Khmer"; its code where nobody has named it. */
    public static String language(String code, Locale locale) {
        return Optional.of(Locale.forLanguageTag(code).getDisplayLanguage(locale))
                .filter(name -> !name.isBlank())
                // in the middle of a sentence: "tiếng Khmer"
                .map(name -> name.startsWith("Tiếng ") ? "t" + name.substring(1) : name)
                .orElse(code);
    }

    private String named(String kind, Enum<?> value, Locale locale) {
        return texts.getMessage("change." + kind + "." + value.name(), null, locale);
    }

    private String say(String change, Locale locale, Object... args) {
        return texts.getMessage("change." + change, args, locale);
    }

    private static String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
