package vn.edu.privacy.notification.language;

import java.util.Map;

/** Chooses among the languages of a text. */
public final class InLanguage {
    private InLanguage() {}

    /**
     * The text in a language, in Vietnamese where there is none.
     *
     * @param texts by language
     * @param otherwise what stands in when there is not even Vietnamese: a code
     */
    public static String of(Map<String, String> texts, String language, String otherwise) {
        return texts.getOrDefault(language, texts.getOrDefault("vi", otherwise));
    }
}
