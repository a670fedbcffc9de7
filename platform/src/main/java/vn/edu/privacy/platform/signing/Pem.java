package vn.edu.privacy.platform.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** RSA keys as they are configured: PEM. */
final class Pem {
    private static final int SHORTEST_BITS = 2048;
    private static final Pattern PUBLIC =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private Pem() {}

    static RSAKey secret(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(der));
            RSAPublicKey open = (RSAPublicKey)
                    rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return key(open, secret);
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException | ClassCastException unreadable) {
            throw new IllegalStateException("a signing-key must be an RSA private key in PEM (PKCS#8)", unreadable);
        }
    }

    static List<RSAKey> open(String blocks) {
        List<RSAKey> keys = new ArrayList<>();
        Matcher block = PUBLIC.matcher(blocks);
        while (block.find()) {
            keys.add(open(block));
        }
        if (!PUBLIC.matcher(blocks).replaceAll("").isBlank()) {
            throw new IllegalStateException("published-keys must hold PEM public keys and nothing else");
        }
        return keys;
    }

    private static RSAKey open(Matcher block) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(1));
            return key((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)), null);
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException | ClassCastException unreadable) {
            throw new IllegalStateException("published-keys must be RSA public keys in PEM (X.509)", unreadable);
        }
    }

    private static RSAKey key(RSAPublicKey open, @Nullable PrivateKey secret) throws JOSEException {
        if (open.getModulus().bitLength() < SHORTEST_BITS) {
            throw new IllegalStateException("signing-key and published-keys need " + SHORTEST_BITS + " bits");
        }
        RSAKey.Builder key = new RSAKey.Builder(open)
                .keyIDFromThumbprint()
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256);
        return (secret == null ? key : key.privateKey(secret)).build();
    }
}
