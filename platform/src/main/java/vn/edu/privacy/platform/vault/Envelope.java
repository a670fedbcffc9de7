package vn.edu.privacy.platform.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One format for everything sealed: version byte, key byte, 96-bit random nonce, AES-256-GCM ciphertext with a 128-bit
 * tag; version, key byte and subject are authenticated.
 */
final class Envelope {
    static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 2;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Envelope() {}

    static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    static byte[] seal(byte[] key, byte keyId, UUID subject, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, key, nonce, VERSION, keyId, subject)
                    .doFinal(plain);
            return ByteBuffer.allocate(HEADER_BYTES + NONCE_BYTES + ciphertext.length)
                    .put(VERSION)
                    .put(keyId)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    static byte[] open(byte[] key, byte keyId, UUID subject, byte[] sealed) {
        if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new SealBroken("not a sealed value of version " + VERSION);
        }
        if (sealed[1] != keyId) {
            throw new SealBroken("sealed under another key than the one configured");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, HEADER_BYTES, nonce, 0, NONCE_BYTES);
        int from = HEADER_BYTES + NONCE_BYTES;
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, sealed[0], keyId, subject)
                    .doFinal(sealed, from, sealed.length - from);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("the seal does not hold for subject " + subject, e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte version, byte keyId, UUID subject)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(HEADER_BYTES + 2 * Long.BYTES)
                .put(version)
                .put(keyId)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .flip());
        return cipher;
    }
}
