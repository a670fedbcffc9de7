package vn.edu.privacy.standalone.sector;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.machine.StartProblem;
import vn.edu.privacy.standalone.machine.Web;

/**
 * Looks whether a bearer token is the realm's, still valid, meant for this audience, and carries a role: the stand-in
 * trusts as a holder must.
 */
public final class Bearers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private final String issuer;
    private final URI keysAddress;
    private final Web web;
    private final Clock clock;
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

    public Bearers(String issuer, URI keysAddress, Web web, Clock clock) {
        this.issuer = issuer;
        this.keysAddress = keysAddress;
        this.web = web;
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
        String[] parts = authorization.substring("Bearer ".length()).split("\\.");
        if (parts.length != 3) {
            return Verdict.UNKNOWN;
        }
        try {
            JsonNode header = JSON.readTree(BASE64.decode(parts[0]));
            JsonNode claims = JSON.readTree(BASE64.decode(parts[1]));
            boolean trusted = "RS256".equals(header.path("alg").asString(""))
                    && signedBy(header.path("kid").asString(""), parts)
                    && issuer.equals(claims.path("iss").asString(""))
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

    private boolean signedBy(String keyId, String[] parts) throws GeneralSecurityException {
        PublicKey key = keys.get(keyId);
        if (key == null) {
            fetchKeys();
            key = keys.get(keyId);
        }
        if (key == null) {
            return false;
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(BASE64.decode(parts[2]));
    }

    private void fetchKeys() throws GeneralSecurityException {
        String answer;
        try {
            answer = web.send(HttpRequest.newBuilder(keysAddress)).body();
        } catch (StartProblem e) {
            // the realm is not there (yet): nobody can be trusted
            return;
        }
        for (JsonNode key : JSON.readTree(answer).path("keys")) {
            if ("RSA".equals(key.path("kty").asString(""))) {
                RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
                keys.put(
                        key.path("kid").asString(""),
                        KeyFactory.getInstance("RSA").generatePublic(spec));
            }
        }
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, BASE64.decode(key.path(name).asString("")));
    }
}
