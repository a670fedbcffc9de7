package vn.edu.privacy.consent.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the realm is told which clients it may let in.
 *
 * @param url of the realm in Keycloak's admin API, such as {@code https://login/admin/realms/schools}; absent when people
 *     do it by hand
 * @param tokenUrl where this service gets its token for that
 * @param clientId the client of the realm that may manage clients
 * @param clientSecret its secret
 * @param timeout how long the realm may take
 */
@ConfigurationProperties("privacy.realm-admin")
record RealmProperties(
        @Nullable String url,

        @DefaultValue("http://localhost:8180/realms/schools/protocol/openid-connect/token")
        String tokenUrl,

        @DefaultValue("consent-service") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("5s") Duration timeout) {
    boolean isThere() {
        return url != null && !url.isBlank();
    }
}
