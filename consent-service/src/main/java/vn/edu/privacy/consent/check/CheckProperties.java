package vn.edu.privacy.consent.check;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The systems that ask, as people know them.
 *
 * @param systems by the id of the client in the realm
 */
@ConfigurationProperties("privacy.check")
record CheckProperties(@DefaultValue Map<String, Registered> systems) {
    /**
     * A registered system.
     *
     * @param name by language, {@code vi} always
     */
    record Registered(@DefaultValue Map<String, String> name) {}
}
