package vn.edu.privacy.standalone.sector;

import java.security.GeneralSecurityException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Looks whether a bearer token is the realm's, still valid, meant for this audience, and carries a role: the stand-in
 * trusts as a holder must.
 */
public final class Bearers {

    private final String issuer;
    private final PublishedKeys keys;
    private final Clock clock;

    public Bearers(String issuer, PublishedKeys keys, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
    }

    /** What a request's Authorization header is worth. */
    enum Verdict {
        UNKNOWN,
        WITHOUT_ROLE,
        GOOD
    }

    /** @param audience that the token must be meant for; null when any of the realm's tokens will do */
    Verdict judge(@Nullable String authorization, @Nullable String audience, String role) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Verdict.UNKNOWN;
        }
        try {
            JsonNode claims = keys.claims(authorization.substring("Bearer ".length()), "");
            boolean trusted = issuer.equals(claims.path("iss").asString(""))
                    && (audience == null || has(claims.path("aud"), audience))
                    && claims.path("exp").asLong(0) > clock.instant().getEpochSecond();
            if (!trusted) {
                return Verdict.UNKNOWN;
            }
            return has(claims.path("realm_access").path("roles"), role) ? Verdict.GOOD : Verdict.WITHOUT_ROLE;
        } catch (JacksonException | IllegalArgumentException | GeneralSecurityException e) {
            return Verdict.UNKNOWN;
        }
    }

    /** Whether a claim is this text, or a list with it. */
    private static boolean has(JsonNode claim, String wanted) {
        if (claim.isString()) {
            return claim.asString().equals(wanted);
        }
        return claim.valueStream().anyMatch(one -> one.asString("").equals(wanted));
    }
}
