package vn.edu.privacy.notification.holder;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.signing.SigningKeys;

/**
 * Signs what is sent to holders and verifies what they answer: a JWT beside the body that binds its digest, the operation,
 * whom it is for and when it was made, so that neither side can deny or replay it (decision 0017).
 */
@Component
class HolderSignatures {
    /** Header of a request. */
    static final String REQUEST = "Request-Signature";
    /** Header of an answer. */
    static final String ANSWER = "Answer-Signature";
    /** Who answers are for. */
    static final String PLATFORM = "notification-service";

    private static final String REQUEST_TYPE = "holder-request+jwt";
    private static final JOSEObjectType ANSWER_TYPE = new JOSEObjectType("holder-answer+jwt");
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    HolderSignatures(SigningKeys keys, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Signs a request.
     *
     * @param id names this one call
     * @param holder code of the holder it is for
     * @param path below the holder's base address
     */
    String sign(UUID id, String holder, String method, String path, byte[] body) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", PLATFORM);
        claims.put("aud", holder);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(FRESH).getEpochSecond());
        claims.put("jti", id);
        claims.put("htm", method);
        claims.put("htu", path);
        claims.put("digest", digest(body));
        return keys.sign(REQUEST_TYPE, json.writeValueAsString(claims));
    }

    /**
     * Looks whether an answer is the holder's, about this instruction and to this very call.
     *
     * @param key the holder's
     * @param call the id of the request that it answers
     * @throws AnswerNotSigned when it is not
     */
    void verify(JWK key, String holder, UUID call, UUID instruction, @Nullable String compact, byte[] body) {
        if (compact == null) {
            throw new AnswerNotSigned("no signature");
        }
        JsonNode claims = claims(key, compact);
        Instant at = Instant.ofEpochSecond(claims.path("iat").asLong(0));
        boolean holds = holder.equals(claims.path("iss").asString(""))
                && PLATFORM.equals(claims.path("aud").asString(""))
                && call.toString().equals(claims.path("req").asString(""))
                && instruction.toString().equals(claims.path("sub").asString(""))
                && digest(body).equals(claims.path("digest").asString(""))
                && Duration.between(at, clock.instant()).abs().compareTo(FRESH) <= 0;
        if (!holds) {
            throw new AnswerNotSigned("signature of something else");
        }
    }

    private JsonNode claims(JWK key, String compact) {
        try {
            JWSObject signed = JWSObject.parse(compact);
            JWSHeader header = signed.getHeader();
            boolean valid = ALGORITHMS.contains(header.getAlgorithm())
                    && ANSWER_TYPE.equals(header.getType())
                    && key instanceof AsymmetricJWK asymmetric
                    && signed.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(header, asymmetric.toPublicKey()));
            if (!valid) {
                throw new AnswerNotSigned("signature of somebody else");
            }
            return json.readTree(signed.getPayload().toBytes());
        } catch (ParseException | JOSEException | JacksonException unreadable) {
            throw new AnswerNotSigned("unreadable signature", unreadable);
        }
    }

    static String digest(byte[] body) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An answer without the holder's good signature; it proves nothing and is taken as none. */
    static final class AnswerNotSigned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnswerNotSigned(String message) {
            super(message);
        }

        AnswerNotSigned(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
