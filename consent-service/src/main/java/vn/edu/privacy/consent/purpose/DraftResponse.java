package vn.edu.privacy.consent.purpose;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what it lacks and what it would change.
 *
 * @param baseVersion the version it is to follow; absent for a new purpose
 * @param outdated whether another version came into force since it was saved
 * @param change what it would have to be published as, at least
 * @param missing every item that is not there yet
 * @param faults every other rule that it breaks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftResponse(
        String code,
        String state,
        @Nullable Integer baseVersion,
        Instant savedAt,
        boolean outdated,
        boolean publishable,
        PurposeRequests.Change change,
        ContentResponse content,
        List<Map<String, String>> missing,
        List<Fault> faults,
        List<Difference> difference) {

    /**
     * A rule that the draft breaks.
     *
     * @param type the problem that publishing it would be
     * @param detail in the caller's language
     */
    record Fault(String type, String detail) {}

    /**
     * One thing in which it differs from the version in force.
     *
     * @param kind {@code CATEGORY_ADDED} …
     * @param field where in the body
     * @param asksAgain whether it needs a MAJOR version
     * @param item code of the kind of data, recipient or language concerned
     * @param before what it was
     * @param after what it would be
     * @param text in the caller's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            String kind,
            String field,
            boolean asksAgain,
            @Nullable String item,
            @Nullable String before,
            @Nullable String after,
            String text) {
        static Difference of(PurposeChange change, String text) {
            String kind = change.getClass()
                    .getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toUpperCase(Locale.ROOT);
            Detail detail = detail(change);
            return new Difference(
                    kind, change.field(), change.asksAgain(), detail.item(), detail.before(), detail.after(), text);
        }

        private static Detail detail(PurposeChange change) {
            return switch (change) {
                case PurposeChange.AimChanged(var before, var after) -> Detail.change(before, after);
                case PurposeChange.BasisChanged(var before, var after) -> Detail.change(before, after);
                case PurposeChange.ProvisionChanged(var before, var after) -> new Detail(null, before, after);
                case PurposeChange.BeginsEarlier(var before, var after) -> Detail.change(before, after);
                case PurposeChange.BeginsLater(var before, var after) -> Detail.change(before, after);
                case PurposeChange.KeptLonger(var before, var after) -> Detail.change(before, after);
                case PurposeChange.KeptShorter(var before, var after) -> Detail.change(before, after);
                case PurposeChange.PeriodChanged(var before, var after) -> Detail.change(before, after);
                case PurposeChange.CategoryAdded(var category) -> Detail.of(category.code());
                case PurposeChange.CategoryRemoved(var category) -> Detail.of(category.code());
                case PurposeChange.CategoryRenamed(var before, var after) -> Detail.of(after.code());
                case PurposeChange.CategoryNowSensitive(var category) -> Detail.of(category.code());
                case PurposeChange.CategoryNoLongerSensitive(var category) -> Detail.of(category.code());
                case PurposeChange.RecipientAdded(var recipient) -> Detail.of(recipient.code());
                case PurposeChange.RecipientRemoved(var recipient) -> Detail.of(recipient.code());
                case PurposeChange.RecipientRenamed(var before, var after) -> Detail.of(after.code());
                case PurposeChange.LanguageAdded(var language) -> Detail.of(language);
                case PurposeChange.LanguageRemoved(var language) -> Detail.of(language);
                case PurposeChange.Reworded(var language, var item, var before, var after) ->
                    new Detail(item.field(), before, after);
                case PurposeChange.DisclosureChanged(var before, var after) -> Detail.change(before, after);
                case PurposeChange.SafeguardsChanged() -> Detail.NONE;
                case PurposeChange.NowSensitive() -> Detail.NONE;
                case PurposeChange.NoLongerSensitive() -> Detail.NONE;
            };
        }

        /** What a change names. */
        private record Detail(
                @Nullable String item,
                @Nullable String before,
                @Nullable String after) {
            private static final Detail NONE = new Detail(null, null, null);

            static Detail of(String item) {
                return new Detail(item, null, null);
            }

            static Detail change(Object before, Object after) {
                return new Detail(null, before.toString(), after.toString());
            }
        }
    }
}
