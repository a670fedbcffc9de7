import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The key by which a holder signs its answers, as it gave it to the registry (JWK, RSA or P-256). */
final class AnswerKey {
    private static final long FRESH_SECONDS = 300;

    private final PublicKey key;
    private final boolean rsa;

    AnswerKey(String jwk) throws GeneralSecurityException {
        Map<?, ?> fields = (Map<?, ?>) Json.read(jwk);
        rsa = "RSA".equals(fields.get("kty"));
        if (rsa) {
            key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(fields, "n"), number(fields, "e")));
        } else {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            key = KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(
                            new ECPoint(number(fields, "x"), number(fields, "y")),
                            curve.getParameterSpec(ECParameterSpec.class)));
        }
    }

    /** Whether the holder signed this answer to this call about this instruction. */
    boolean signed(Platform.Reply reply, String holder, String instruction) {
        String[] parts = reply.signature().split("\\.");
        if (parts.length != 3) {
            return false;
        }
        try {
            Map<?, ?> header = (Map<?, ?>) Json.read(text(parts[0]));
            Map<?, ?> claims = (Map<?, ?>) Json.read(text(parts[1]));
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && "holder-answer+jwt".equals(header.get("typ"))
                    && (rsa ? "RS256" : "ES256").equals(header.get("alg"))
                    && holder.equals(claims.get("iss"))
                    && "notification-service".equals(claims.get("aud"))
                    && reply.callId().equals(claims.get("req"))
                    && instruction.equals(claims.get("sub"))
                    && Platform.digest(reply.body().getBytes(StandardCharsets.UTF_8))
                            .equals(claims.get("digest"))
                    && claims.get("iat") instanceof Double at
                    && Math.abs(at - Instant.now().getEpochSecond()) <= FRESH_SECONDS;
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException unreadable) {
            return false;
        }
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static BigInteger number(Map<?, ?> fields, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(String.valueOf(fields.get(name))));
    }
}
