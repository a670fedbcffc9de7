package vn.edu.privacy.consent.purpose;

import java.util.Map;

/**
 * An organisation that holds or receives the data of a purpose.
 *
 * @param code stable code, known to notification-service's registry of data holders
 * @param name by language, {@code vi} and {@code en}
 */
public record Recipient(String code, Map<String, String> name) {
    public Recipient {
        name = Map.copyOf(name);
    }

    /** The name in that language, else in Vietnamese, else the code. */
    public String name(String language) {
        return name.getOrDefault(language, name.getOrDefault("vi", code));
    }
}
