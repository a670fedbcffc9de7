package vn.edu.privacy.platform.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The key that wraps every subject's key. From it come, by HMAC, one key per use. */
final class MasterKey {
    private final byte[] wrapping;
    private final byte[] indexing;
    private final byte id;

    private MasterKey(byte[] master) {
        wrapping = hmac(master, "wrap");
        indexing = hmac(master, "blind-index");
        id = hmac(master, "id")[0];
    }

    /** From {@code privacy.vault.key}: base64 of 32 random bytes. */
    static MasterKey of(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new IllegalStateException(
                    "privacy.vault.key is not set: give base64 of 32 random bytes (openssl rand -base64 32)");
        }
        byte[] master;
        try {
            master = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("privacy.vault.key is not base64", e);
        }
        if (master.length != Envelope.KEY_BYTES) {
            throw new IllegalStateException("privacy.vault.key has " + master.length + " bytes instead of 32");
        }
        return new MasterKey(master);
    }

    byte[] wrap(UUID subject, byte[] key) {
        return Envelope.seal(wrapping, id, subject, key);
    }

    byte[] unwrap(UUID subject, byte[] wrapped) {
        return Envelope.open(wrapping, id, subject, wrapped);
    }

    byte[] index(byte[] value) {
        return hmac(indexing, value);
    }

    private static byte[] hmac(byte[] key, String use) {
        return hmac(key, use.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }
}
