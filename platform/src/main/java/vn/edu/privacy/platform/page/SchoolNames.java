package vn.edu.privacy.platform.page;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What schools are called, as the deployment says.
 *
 * @param names by code, then by language
 */
@ConfigurationProperties("privacy.schools")
record SchoolNames(@Nullable Map<String, Map<String, String>> names) {

    /** The codes of all schools named. */
    Set<String> codes() {
        return names == null ? Set.of() : names.keySet();
    }

    /** The names of a school by language; none when nobody named it. */
    Map<String, String> of(String code) {
        return names == null ? Map.of() : names.getOrDefault(code, Map.of());
    }
}
