package vn.edu.privacy.standalone.sector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies what the platform signed and signs what the holders answer, as data-holder.yaml describes it. */
public final class Signatures {

    /** Header of a request. */
    static final String REQUEST = "Request-Signature";
    /** Header of an answer. */
    static final String ANSWER = "Answer-Signature";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String PLATFORM = "notification-service";

    private final PublishedKeys platform;
    private final PrivateKey key;
    private final Clock clock;

    /** @param key by which the holders sign, PKCS#8 in PEM */
    public Signatures(PublishedKeys platform, String key, Clock clock) {
        this.platform = platform;
        this.clock = clock;
        try {
            byte[] der = Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", ""));
            this.key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the holders' key is no RSA key in PEM", e);
        }
    }

    /** The id of the call, when the platform signed it for this holder, this operation and this body, a moment ago. */
    Optional<String> call(@Nullable String signed, String holder, String method, String path, byte[] body) {
        if (signed == null) {
            return Optional.empty();
        }
        try {
            JsonNode claims = platform.claims(signed, "holder-request+jwt");
            boolean good = PLATFORM.equals(claims.path("iss").asString(""))
                    && holder.equals(claims.path("aud").asString(""))
                    && claims.path("exp").asLong(0) > clock.instant().getEpochSecond()
                    && method.equals(claims.path("htm").asString(""))
                    && path.equals(claims.path("htu").asString(""))
                    && digest(body).equals(claims.path("digest").asString(""));
            return good ? Optional.of(claims.path("jti").asString("")) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Signs an answer to an instruction. */
    String sign(String holder, String call, String instruction, byte[] body) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", holder);
        claims.put("aud", PLATFORM);
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("req", call);
        claims.put("sub", instruction);
        claims.put("digest", digest(body));
        String text = part(Map.of("alg", "RS256", "typ", "holder-answer+jwt")) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> fields) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(fields));
    }

    private static String digest(byte[] body) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
