package vn.edu.privacy.platform.problem;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is read from callers.
 *
 * @param maxBody largest request body
 * @param maxBodyByPath larger ones, by the beginning of a path within the application
 */
@ConfigurationProperties("privacy.web")
record WebProperties(
        @DefaultValue("1MB") DataSize maxBody, @DefaultValue Map<String, DataSize> maxBodyByPath) {

    long limitOf(String path) {
        return maxBodyByPath.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue().toBytes())
                .orElse(maxBody.toBytes());
    }
}
