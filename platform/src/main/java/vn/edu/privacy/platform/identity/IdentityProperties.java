package vn.edu.privacy.platform.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people and systems come from.
 *
 * @param issuer the realm's address, as it stands in {@code iss}
 * @param jwksUrl where the realm's keys are read; under the issuer when absent
 * @param backchannelUrl the realm's address as this service reaches it, when that differs from the issuer
 * @param audience what {@code aud} of an access token must contain
 * @param clientId the client by which people log in to the pages
 * @param clientSecret its secret
 * @param freshLogin how long ago a login may be where a fresh one is needed
 */
@ConfigurationProperties("privacy.identity")
public record IdentityProperties(
        String issuer,
        @Nullable String jwksUrl,
        @Nullable String backchannelUrl,
        String audience,
        String clientId,
        String clientSecret,
        @DefaultValue("5m") Duration freshLogin) {

    /** Authorization, token and other endpoints stand under this path of a Keycloak realm. */
    private static final String PROTOCOL = "/protocol/openid-connect/";

    String keysAddress() {
        return jwksUrl != null && !jwksUrl.isBlank() ? jwksUrl : backchannel("certs");
    }

    String browser(String endpoint) {
        return issuer + PROTOCOL + endpoint;
    }

    String backchannel(String endpoint) {
        return (backchannelUrl != null && !backchannelUrl.isBlank() ? backchannelUrl : issuer) + PROTOCOL + endpoint;
    }
}
