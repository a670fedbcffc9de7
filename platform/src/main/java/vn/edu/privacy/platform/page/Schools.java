package vn.edu.privacy.platform.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schools by the names that people know. One that nobody named is shown by its code. */
public final class Schools {
    private final SchoolNames names;

    Schools(SchoolNames names) {
        this.names = names;
    }

    /** The codes of all that have a name. */
    public Set<String> codes() {
        return names.codes();
    }

    /** The name in a language, the Vietnamese one when there is no other; nothing for nothing. */
    public String name(@Nullable String code, Locale locale) {
        if (code == null) {
            return "";
        }
        Map<String, String> known = names.of(code);
        return known.getOrDefault(locale.getLanguage(), known.getOrDefault("vi", code));
    }
}
