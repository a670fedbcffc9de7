package vn.edu.privacy.notification.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.edu.privacy.notification.language.InLanguage;

/**
 * What one holder holds about a student.
 *
 * @param holder its code
 * @param asOf when it looked
 * @param items in the order to be shown; empty when it holds nothing
 */
public record HeldData(String holder, Instant asOf, List<Item> items) {
    public HeldData {
        items = List.copyOf(items);
    }

    /**
     * One piece of data.
     *
     * @param category code
     * @param label by language, {@code vi} always
     * @param value as the person is to read it
     */
    public record Item(String category, Map<String, String> label, String value) {
        public Item {
            label = Map.copyOf(label);
        }

        /** The label in a language, in Vietnamese where there is none. */
        public String label(String language) {
            return InLanguage.of(label, language, category);
        }
    }
}
