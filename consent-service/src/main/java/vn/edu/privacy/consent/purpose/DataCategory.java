package vn.edu.privacy.consent.purpose;

import java.util.Map;

/**
 * A kind of personal data, with a name people understand.
 *
 * @param code stable code, {@code blood-type}
 * @param name by language, {@code vi} and {@code en}
 * @param sensitive whether the law protects it more (Decree 13 art. 2.4)
 */
public record DataCategory(String code, Map<String, String> name, boolean sensitive) {
    public DataCategory {
        name = Map.copyOf(name);
    }

    /** The name in that language, else in Vietnamese, else the code. */
    public String name(String language) {
        return name.getOrDefault(language, name.getOrDefault("vi", code));
    }
}
