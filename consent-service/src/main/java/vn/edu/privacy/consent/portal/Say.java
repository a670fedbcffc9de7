package vn.edu.privacy.consent.portal;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * Texts addressed to the reader. In each text, {0} is the reader ("anh/chị"), {1} the student ("con"), {2} what is the
 * student's ("của con"); {3} and on are the text's own.
 *
 * @param texts the bundles
 * @param locale the page's language
 * @param voice how the reader is addressed
 */
record Say(MessageSource texts, Locale locale, Voice voice) {

    /** The text, addressed to the reader. */
    public String of(String key, Object... own) {
        Object[] args = Stream.concat(Stream.of(word("you"), word("student"), word("whose")), Stream.of(own))
                .toArray();
        return texts.getMessage("portal." + key, args, locale);
    }

    /** The text, to stand at the beginning of a sentence. */
    public String first(String key, Object... own) {
        String text = of(key, own);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    String language() {
        return locale.getLanguage();
    }

    private String word(String which) {
        return texts.getMessage("portal.voice." + voice + "." + which, null, locale);
    }
}
