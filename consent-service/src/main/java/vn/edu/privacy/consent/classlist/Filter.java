package vn.edu.privacy.consent.classlist;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for.
 *
 * @param className one class; null for the whole school
 * @param words parts of a name, as typed
 * @param purpose one purpose's code; empty for all
 * @param show which rows
 */
record Filter(@Nullable String className, String words, String purpose, Show show) {

    /** Which rows are shown. */
    enum Show {
        /** Everybody. */
        ALL,
        /** For whom something may not be collected. */
        NOT_YET,
        /** For whom an answer is still wanted. */
        REMIND
    }

    static Filter of(@Nullable String className, String words, String purpose, String show) {
        return new Filter(
                className == null || className.isBlank() ? null : className.strip(),
                words.strip(),
                purpose.strip(),
                Arrays.stream(Show.values())
                        .filter(each -> each.name().equals(show))
                        .findFirst()
                        .orElse(Show.ALL));
    }

    /** Whether nothing is looked for yet: a whole school is no page. Public for the template. */
    public boolean isEmpty() {
        return className == null && words.isEmpty();
    }

    /** Whether a name has every word that was typed, whatever its accents: "anh" finds Ánh, Anh and Oanh. */
    boolean finds(String name) {
        String plain = plain(name);
        return Arrays.stream(plain(words).split(" ")).allMatch(plain::contains);
    }

    /** Small letters without accents; đ is d. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("\\s+", " ");
    }
}
