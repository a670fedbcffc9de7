package vn.edu.privacy.consent.checkpoint.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * Where one student's chain ends: a leaf of the tree. Whose chain it is stands there as a hash only, so that proofs and
 * exports tell nobody's id to others, while who has the id finds the leaf.
 */
public final class ChainHead {
    private static final int ID = 16;
    private static final int HASH = 32;

    private final byte[] subject;
    private final long seq;
    private final byte[] hash;

    /**
     * A head.
     *
     * @param subject {@link #subject(UUID)} of the student
     * @param seq place of the newest entry
     * @param hash its link
     */
    public ChainHead(byte[] subject, long seq, byte[] hash) {
        if (subject.length != HASH || hash.length != HASH || seq < 1) {
            throw new IllegalArgumentException("a head has two hashes and a place from 1 on");
        }
        this.subject = subject.clone();
        this.seq = seq;
        this.hash = hash.clone();
    }

    /** What stands for a student: SHA-256 over the 16 bytes of the id. */
    public static byte[] subject(UUID studentId) {
        return Sha256.of(ByteBuffer.allocate(ID)
                .putLong(studentId.getMostSignificantBits())
                .putLong(studentId.getLeastSignificantBits())
                .array());
    }

    /** The hash of this leaf: of subject, seq as eight bytes, and hash. */
    public byte[] leaf() {
        return Sha256.leaf(ByteBuffer.allocate(2 * HASH + Long.BYTES)
                .put(subject)
                .putLong(seq)
                .put(hash)
                .array());
    }

    /** Whose. */
    public byte[] subject() {
        return subject.clone();
    }

    /** Up to which entry. */
    public long seq() {
        return seq;
    }

    /** The link of that entry. */
    public byte[] hash() {
        return hash.clone();
    }

    boolean isAfter(byte[] otherSubject) {
        return Arrays.compareUnsigned(subject, otherSubject) > 0;
    }
}
