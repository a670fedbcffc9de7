package vn.edu.privacy.consent.paper.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * The desk's texts in one language; a printed form has its own, whatever language its reader works in.
 *
 * @param texts the bundles
 * @param locale the language
 */
record Words(MessageSource texts, Locale locale) {
    /** The text. */
    public String of(String key, Object... args) {
        return texts.getMessage("paper." + key, args, locale);
    }
}
