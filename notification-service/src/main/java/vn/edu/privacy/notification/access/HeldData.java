package vn.edu.privacy.notification.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
     * @param value as the person is to read it; empty when it was taken out
     * @param aboutOther whether the holder says that it is about somebody else than the student; absent when it says
     *     nothing
     * @param taken what this service took out of it before anybody could see it
     * @param values the value by language, where it has words of one; absent otherwise
     */
    public record Item(
            String category,
            Map<String, String> label,
            String value,
            @Nullable Boolean aboutOther,
            @Nullable Taken taken,
            @Nullable Map<String, String> values) {
        public Item {
            label = Map.copyOf(label);
            values = values == null ? null : Map.copyOf(values);
        }

        /** With a value that reads the same in every language. */
        public Item(
                String category,
                Map<String, String> label,
                String value,
                @Nullable Boolean aboutOther,
                @Nullable Taken taken) {
            this(category, label, value, aboutOther, taken, null);
        }

        /** The value in a language. */
        public String value(String language) {
            return values == null ? value : InLanguage.of(values, language, value);
        }

        /** The label in a language, in Vietnamese where there is none. */
        public String label(String language) {
            return InLanguage.of(label, language, category);
        }

        /** The same with another value. */
        Item with(String other) {
            return new Item(category, label, other, aboutOther, taken);
        }

        /** Whether the holder says that it is about somebody else. */
        public boolean isAboutOther() {
            return Boolean.TRUE.equals(aboutOther);
        }
    }

    /** What is taken out for good, because it tells how to reach another person. */
    public enum Taken {
        /** The whole value. */
        ALL,
        /** The whole value, as it is not about the person who asks for their own data. */
        NOT_OWN,
        /** Telephone numbers and e-mail addresses in it. */
        PART
    }
}
