package vn.edu.privacy.platform.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key signs (JWS, RS256), all published ones verify: the one that signs, those that are retired, and one that is about
 * to take over. A key is named by its thumbprint (RFC 7638), so that its name never means another key.
 */
public final class SigningKeys {
    private final RSAKey active;
    private final JWKSet published;

    private SigningKeys(RSAKey active, List<RSAKey> others) {
        this.active = active;
        List<JWK> all = new ArrayList<>();
        all.add(active.toPublicJWK());
        others.stream()
                .filter(other -> !other.getKeyID().equals(active.getKeyID()))
                .map(RSAKey::toPublicJWK)
                .forEach(all::add);
        this.published = new JWKSet(all);
    }

    /**
     * Reads the keys.
     *
     * @param active the private key that signs, PKCS#8 in PEM
     * @param others the public halves of further keys that verify, one PEM block after the other; may be empty
     * @throws IllegalStateException when one is no RSA key of 2048 bits or more; the service must not start then
     */
    public static SigningKeys of(String active, String others) {
        return new SigningKeys(Pem.secret(active), Pem.open(others));
    }

    /**
     * Signs a text with the active key.
     *
     * @param type what is signed, for the header's {@code typ}: a signed thing of one kind never passes for another
     * @param text what is signed
     * @return the JWS in compact form
     */
    public String sign(String type, String text) {
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(active.getKeyID())
                        .build(),
                new Payload(text));
        try {
            signed.sign(new RSASSASigner(active));
        } catch (JOSEException broken) {
            throw new IllegalStateException("nothing can be signed with the active key", broken);
        }
        return signed.serialize();
    }

    /** The text that was signed; empty when it is not of that type, not ours, or was changed. */
    public Optional<String> verified(String type, String compact) {
        try {
            JWSObject signed = JWSObject.parse(compact.strip());
            JWSHeader header = signed.getHeader();
            RSAKey key = published(header.getKeyID());
            boolean ours = key != null
                    && JWSAlgorithm.RS256.equals(header.getAlgorithm())
                    && new JOSEObjectType(type).equals(header.getType())
                    && signed.verify(new RSASSAVerifier(key));
            return ours ? Optional.of(signed.getPayload().toString()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The text of what we signed and stored ourselves, without asking the signature. */
    public static String text(String compact) {
        try {
            return JWSObject.parse(compact).getPayload().toString();
        } catch (ParseException broken) {
            throw new IllegalStateException("something stored that we signed is broken", broken);
        }
    }

    /** What everybody may have (JWKS, RFC 7517): the active key first. */
    public JWKSet published() {
        return published;
    }

    private @Nullable RSAKey published(@Nullable String id) {
        return id != null && published.getKeyByKeyId(id) instanceof RSAKey key ? key : null;
    }
}
