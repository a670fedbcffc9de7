package vn.edu.privacy.consent.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The key that signs receipts; its public half is given to everybody. */
final class ReceiptKey {
    private static final int SHORTEST_BITS = 2048;

    private final RSAKey key;

    private ReceiptKey(RSAKey key) {
        this.key = key;
    }

    /**
     * Reads the key.
     *
     * @param pem PKCS#8, RSA of 2048 bits or more
     * @throws IllegalStateException when it is no such key; the service must not start without one
     */
    static ReceiptKey of(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(der));
            if (secret.getModulus().bitLength() < SHORTEST_BITS) {
                throw new IllegalStateException("privacy.receipts.signing-key needs " + SHORTEST_BITS + " bits");
            }
            RSAPublicKey open = (RSAPublicKey)
                    rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new ReceiptKey(new RSAKey.Builder(open)
                    .privateKey(secret)
                    .keyIDFromThumbprint()
                    .build());
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException | ClassCastException unreadable) {
            throw new IllegalStateException(
                    "privacy.receipts.signing-key must be an RSA private key in PEM (PKCS#8)", unreadable);
        }
    }

    RSAKey key() {
        return key;
    }

    JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }
}
