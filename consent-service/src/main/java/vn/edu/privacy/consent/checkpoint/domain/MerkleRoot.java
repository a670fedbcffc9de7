package vn.edu.privacy.consent.checkpoint.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The root over leaves that come one by one: it holds one hash per bit of their number, never the leaves. */
public final class MerkleRoot {
    private final Deque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    /**
     * Adds the next leaf.
     *
     * @param hash its hash, or the hash of a whole subtree when all of them are of one size
     */
    public void add(byte[] hash) {
        byte[] joined = hash;
        for (long left = size; (left & 1) == 1; left >>= 1) {
            joined = Sha256.node(peaks.pop(), joined);
        }
        peaks.push(joined);
        size++;
    }

    /** How many were added. */
    public long size() {
        return size;
    }

    /** The root over what was added so far; of nothing, the hash of nothing. */
    public byte[] value() {
        Iterator<byte[]> fromTheRight = peaks.iterator();
        if (!fromTheRight.hasNext()) {
            return Sha256.of();
        }
        byte[] root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = Sha256.node(fromTheRight.next(), root);
        }
        return root.clone();
    }
}
