package vn.edu.privacy.notification.holder;

import java.util.Map;
import vn.edu.privacy.notification.language.InLanguage;

/**
 * A data holder in the registry.
 *
 * @param code stable; purposes name their recipients by it
 * @param names by language
 * @param channel how it is reached
 */
public record KnownHolder(String code, Map<String, String> names, Channel channel) {
    public KnownHolder {
        names = Map.copyOf(names);
    }

    /** The name in a language, in Vietnamese where there is none. */
    public String name(String language) {
        return InLanguage.of(names, language, code);
    }

    /** How a holder is reached. */
    public enum Channel {
        /** By the data-holder API. */
        API,
        /** By people. */
        MANUAL
    }
}
