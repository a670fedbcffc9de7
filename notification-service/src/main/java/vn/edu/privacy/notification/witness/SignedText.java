package vn.edu.privacy.notification.witness;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The text inside a compact JWS, and its hash. A witness believes what was signed, not what the event says beside it. */
final class SignedText {
    private final byte[] text;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is no compact JWS
     */
    SignedText(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a JWS in compact form");
        }
        this.text = Base64.getUrlDecoder().decode(parts[1]);
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
