package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing in which a version of a purpose differs from an earlier one. */
public sealed interface PurposeChange {

    /**
     * Whether a consent given before does not cover it, so that the version must be a MAJOR one (R-NOT-05): whatever lets
     * the school do more, with more data, for more people, or for longer. Doing less needs no new consent.
     */
    default boolean asksAgain() {
        return switch (this) {
            case AimChanged change -> true;
            case BasisChanged change -> true;
            case CategoryAdded change -> true;
            case CategoryNowSensitive change -> true;
            case NowSensitive change -> true;
            case RecipientAdded change -> true;
            case BeginsEarlier change -> true;
            case KeptLonger change -> true;
            // another period is another record: what was given for the old one does not stand for the new one
            case PeriodChanged change -> true;
            // it may change who has to agree
            case DisclosureChanged change -> true;
            case CategoryRemoved change -> false;
            case CategoryRenamed change -> false;
            case CategoryNoLongerSensitive change -> false;
            case NoLongerSensitive change -> false;
            case RecipientRemoved change -> false;
            case RecipientRenamed change -> false;
            case BeginsLater change -> false;
            case KeptShorter change -> false;
            case ProvisionChanged change -> false;
            case SafeguardsChanged change -> false;
            case LanguageAdded change -> false;
            case LanguageRemoved change -> false;
            case Reworded change -> false;
        };
    }

    /** The field of the purpose's body that it is about. */
    default String field() {
        return switch (this) {
            case AimChanged change -> "category";
            case BasisChanged change -> "lawfulBasis";
            case ProvisionChanged change -> "legalReference";
            case SafeguardsChanged change -> "safeguards";
            case NowSensitive change -> "sensitive";
            case NoLongerSensitive change -> "sensitive";
            case DisclosureChanged change -> "disclosesPrivateLife";
            case CategoryAdded change -> "dataCategories";
            case CategoryRemoved change -> "dataCategories";
            case CategoryRenamed change -> "dataCategories";
            case CategoryNowSensitive change -> "dataCategories";
            case CategoryNoLongerSensitive change -> "dataCategories";
            case RecipientAdded change -> "recipients";
            case RecipientRemoved change -> "recipients";
            case RecipientRenamed change -> "recipients";
            case BeginsEarlier change -> "processingFrom";
            case BeginsLater change -> "processingFrom";
            case KeptLonger change -> "processingUntil";
            case KeptShorter change -> "processingUntil";
            case PeriodChanged change -> "periodKind";
            case LanguageAdded change -> "notices." + change.language();
            case LanguageRemoved change -> "notices." + change.language();
            case Reworded change ->
                "notices." + change.language() + "." + change.item().field();
        };
    }

    /** Another aim of the closed list. */
    record AimChanged(PurposeCategory before, PurposeCategory after) implements PurposeChange {}

    /** It is lawful for another reason. */
    record BasisChanged(LawfulBasis before, LawfulBasis after) implements PurposeChange {}

    /** Another provision is cited. */
    record ProvisionChanged(
            @Nullable String before, @Nullable String after) implements PurposeChange {}

    /** Processing without consent is watched otherwise. */
    record SafeguardsChanged() implements PurposeChange {}

    /** It is now said to use sensitive data. */
    record NowSensitive() implements PurposeChange {}

    /** It is no longer said to use sensitive data. */
    record NoLongerSensitive() implements PurposeChange {}

    /** Private life is now published or disclosed, or no longer is (Law 91/2025 art. 24.2). */
    record DisclosureChanged(boolean before, boolean after) implements PurposeChange {}

    /** A kind of data more. */
    record CategoryAdded(DataCategory category) implements PurposeChange {}

    /** A kind of data less. */
    record CategoryRemoved(DataCategory category) implements PurposeChange {}

    /** A kind of data is called otherwise. */
    record CategoryRenamed(DataCategory before, DataCategory after) implements PurposeChange {}

    /** A kind of data that was used before is now said to be sensitive. */
    record CategoryNowSensitive(DataCategory category) implements PurposeChange {}

    /** A kind of data is no longer said to be sensitive. */
    record CategoryNoLongerSensitive(DataCategory category) implements PurposeChange {}

    /** Somebody more who holds or receives the data. */
    record RecipientAdded(Recipient recipient) implements PurposeChange {}

    /** Somebody less who holds or receives the data. */
    record RecipientRemoved(Recipient recipient) implements PurposeChange {}

    /** A recipient is called otherwise. */
    record RecipientRenamed(Recipient before, Recipient after) implements PurposeChange {}

    /** Processing begins on an earlier day. */
    record BeginsEarlier(LocalDate before, LocalDate after) implements PurposeChange {}

    /** Processing begins on a later day. */
    record BeginsLater(LocalDate before, LocalDate after) implements PurposeChange {}

    /** Processing ends on a later day. */
    record KeptLonger(LocalDate before, LocalDate after) implements PurposeChange {}

    /** Processing ends on an earlier day. */
    record KeptShorter(LocalDate before, LocalDate after) implements PurposeChange {}

    /** One consent stands for another length of time. */
    record PeriodChanged(PeriodKind before, PeriodKind after) implements PurposeChange {}

    /** The notice can be read in one language more, a BCP 47 code. */
    record LanguageAdded(String language) implements PurposeChange {}

    /** The notice can no longer be read in a language, a BCP 47 code. */
    record LanguageRemoved(String language) implements PurposeChange {}

    /** Other words in one language; whether they mean the same only people can tell. Null where nothing was said. */
    record Reworded(
            String language,
            NoticeItem item,
            @Nullable String before,
            @Nullable String after) implements PurposeChange {}
}
