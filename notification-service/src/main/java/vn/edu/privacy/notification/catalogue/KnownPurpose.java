package vn.edu.privacy.notification.catalogue;

import java.util.List;
import java.util.Map;
import vn.edu.privacy.notification.language.InLanguage;

/**
 * A version of a purpose, as far as a request needs it.
 *
 * @param code the purpose
 * @param version 1, 2, …
 * @param lawfulBasis CONSENT, or a coded exception
 * @param dataCategories codes
 * @param names by language, {@code vi} always
 * @param consequences what withdrawing means, by language (art. 12.3)
 * @param recipients who receives or holds the data
 */
public record KnownPurpose(
        String code,
        int version,
        String lawfulBasis,
        List<String> dataCategories,
        Map<String, String> names,
        Map<String, String> consequences,
        List<Recipient> recipients) {
    public KnownPurpose {
        dataCategories = List.copyOf(dataCategories);
        names = Map.copyOf(names);
        consequences = Map.copyOf(consequences);
        recipients = List.copyOf(recipients);
    }

    /** The name in a language, in Vietnamese where there is none. */
    public String name(String language) {
        return InLanguage.of(names, language, code);
    }

    /** The consequences in a language, in Vietnamese where there are none. */
    public String consequence(String language) {
        return InLanguage.of(consequences, language, name(language));
    }

    /**
     * Who receives or holds the data.
     *
     * @param code stable code, as the registry of holders knows it
     * @param names by language
     */
    public record Recipient(String code, Map<String, String> names) {
        public Recipient {
            names = Map.copyOf(names);
        }
    }
}
