package vn.edu.privacy.consent.checkpoint.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and the hashes of a Merkle tree (RFC 9162 section 2.1.1): a leaf never passes for a node. */
public final class Sha256 {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Sha256() {}

    /** The hash of these parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The hash of a leaf. */
    public static byte[] leaf(byte[] data) {
        return of(new byte[] {LEAF}, data);
    }

    /** The hash of a node over its two children. */
    public static byte[] node(byte[] left, byte[] right) {
        return of(new byte[] {NODE}, left, right);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
