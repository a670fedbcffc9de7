package vn.edu.privacy.consent.purpose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.purpose.PurposeDraft.NoticeDraft;

/**
 * In what a version of a purpose, or a draft of one, differs from an earlier version.
 *
 * @param changes what asks for new consents first
 */
public record PurposeDifference(List<PurposeChange> changes) {
    public PurposeDifference {
        changes = changes.stream()
                .sorted((one, other) -> Boolean.compare(other.asksAgain(), one.asksAgain()))
                .toList();
    }

    /** Between two published versions, not necessarily neighbours. */
    public static PurposeDifference between(PublishedPurpose before, PublishedPurpose after) {
        return between(PurposeDraft.of(before.content()), PurposeDraft.of(after.content()));
    }

    /** What a draft does not say yet is not compared; it cannot be published so. */
    static PurposeDifference between(PurposeDraft before, PurposeDraft after) {
        List<PurposeChange> changes = new ArrayList<>();
        if (PurposeRules.category(before).isPresent()
                && PurposeRules.category(after).isPresent()) {
            other(
                    PurposeRules.category(before).get(),
                    PurposeRules.category(after).get(),
                    PurposeChange.AimChanged::new,
                    changes);
        }
        other(before.basis(), after.basis(), PurposeChange.BasisChanged::new, changes);
        other(before.periodKind(), after.periodKind(), PurposeChange.PeriodChanged::new, changes);
        ordered(
                before.processingFrom(),
                after.processingFrom(),
                PurposeChange.BeginsLater::new,
                PurposeChange.BeginsEarlier::new,
                changes);
        ordered(
                before.processingUntil(),
                after.processingUntil(),
                PurposeChange.KeptLonger::new,
                PurposeChange.KeptShorter::new,
                changes);
        ordered(
                before.sensitive(),
                after.sensitive(),
                (was, is) -> new PurposeChange.NowSensitive(),
                (was, is) -> new PurposeChange.NoLongerSensitive(),
                changes);
        other(before.disclosing(), after.disclosing(), PurposeChange.DisclosureChanged::new, changes);
        categories(before, after, changes);
        recipients(before, after, changes);
        if (!Objects.equals(before.legalReference(), after.legalReference())) {
            changes.add(new PurposeChange.ProvisionChanged(before.legalReference(), after.legalReference()));
        }
        if (!Objects.equals(before.safeguards(), after.safeguards())) {
            changes.add(new PurposeChange.SafeguardsChanged());
        }
        notices(before, after, changes);
        return new PurposeDifference(changes);
    }

    /** Whether consents given before do not cover it: then only a MAJOR version may bring it. */
    public boolean asksAgain() {
        return changes.stream().anyMatch(PurposeChange::asksAgain);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The fields for which consents must be given again. */
    List<String> fieldsAskingAgain() {
        return changes.stream()
                .filter(PurposeChange::asksAgain)
                .map(PurposeChange::field)
                .distinct()
                .toList();
    }

    private static void categories(PurposeDraft before, PurposeDraft after, List<PurposeChange> changes) {
        Map<String, DataCategory> was = byCode(before.categories(), DataCategory::code);
        Map<String, DataCategory> is = byCode(after.categories(), DataCategory::code);
        is.forEach((code, category) -> {
            DataCategory old = was.get(code);
            if (old == null) {
                changes.add(new PurposeChange.CategoryAdded(category));
                return;
            }
            if (!old.name().equals(category.name())) {
                changes.add(new PurposeChange.CategoryRenamed(old, category));
            }
            ordered(
                    old.sensitive(),
                    category.sensitive(),
                    (no, yes) -> new PurposeChange.CategoryNowSensitive(category),
                    (yes, no) -> new PurposeChange.CategoryNoLongerSensitive(category),
                    changes);
        });
        was.forEach((code, category) -> {
            if (!is.containsKey(code)) {
                changes.add(new PurposeChange.CategoryRemoved(category));
            }
        });
    }

    private static void recipients(PurposeDraft before, PurposeDraft after, List<PurposeChange> changes) {
        Map<String, Recipient> was = byCode(before.recipients(), Recipient::code);
        Map<String, Recipient> is = byCode(after.recipients(), Recipient::code);
        is.forEach((code, recipient) -> {
            Recipient old = was.get(code);
            if (old == null) {
                changes.add(new PurposeChange.RecipientAdded(recipient));
            } else {
                other(old, recipient, PurposeChange.RecipientRenamed::new, changes);
            }
        });
        was.forEach((code, recipient) -> {
            if (!is.containsKey(code)) {
                changes.add(new PurposeChange.RecipientRemoved(recipient));
            }
        });
    }

    private static void notices(PurposeDraft before, PurposeDraft after, List<PurposeChange> changes) {
        for (String language : new TreeSet<>(before.notices().keySet())) {
            if (!after.notices().containsKey(language)) {
                changes.add(new PurposeChange.LanguageRemoved(language));
            }
        }
        for (String language : new TreeSet<>(after.notices().keySet())) {
            NoticeDraft was = before.notices().get(language);
            if (was == null) {
                changes.add(new PurposeChange.LanguageAdded(language));
                continue;
            }
            NoticeDraft is = Objects.requireNonNull(after.notices().get(language));
            for (NoticeItem item : NoticeItem.values()) {
                if (!Objects.equals(item.of(was), item.of(is))) {
                    changes.add(new PurposeChange.Reworded(language, item, item.of(was), item.of(is)));
                }
            }
        }
    }

    private static <T> void other(
            @Nullable T was, @Nullable T is, BiFunction<T, T, PurposeChange> change, List<PurposeChange> changes) {
        if (was != null && is != null && !was.equals(is)) {
            changes.add(change.apply(was, is));
        }
    }

    private static <T extends Comparable<? super T>> void ordered(
            @Nullable T was,
            @Nullable T is,
            BiFunction<T, T, PurposeChange> more,
            BiFunction<T, T, PurposeChange> less,
            List<PurposeChange> changes) {
        if (was != null && is != null && was.compareTo(is) != 0) {
            changes.add((was.compareTo(is) < 0 ? more : less).apply(was, is));
        }
    }

    private static <T> Map<String, T> byCode(List<T> items, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        items.forEach(item -> byCode.put(code.apply(item), item));
        return byCode;
    }
}
