package vn.edu.privacy.consent.paper.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How many lines of a batch a second person compares with their evidence, and which. One wrong line rejects the batch, and
 * each rejection in a row doubles the next sample, so that nobody gets a wrong batch through by trying again until the
 * sample misses what is wrong.
 *
 * @param least lines of a sample, or all of a smaller batch; 10 or more
 * @param percent of a larger batch's lines; 5 to 100
 */
public record SamplingPlan(int least, int percent) {
    private static final int LEAST = 10;
    private static final int PERCENT = 5;
    private static final int WHOLE = 100;

    public SamplingPlan {
        if (least < LEAST || percent < PERCENT || percent > WHOLE) {
            throw new IllegalArgumentException("a sample has at least 10 lines and 5 % of a batch");
        }
    }

    /**
     * The size of a sample.
     *
     * @param lines of the batch
     * @param rejectedBefore batches of the same school that were rejected since its last accepted one
     */
    public int size(int lines, int rejectedBefore) {
        long base = Math.max(least, Math.ceilDiv((long) lines * percent, WHOLE));
        // more doublings than an int has bits cannot matter
        long tightened = base << Math.min(rejectedBefore, Integer.SIZE - 1);
        return (int) Math.min(lines, tightened);
    }

    /**
     * The lines of a sample: those with the smallest SHA-256 over seed and line number. Whoever knows the seed can draw it
     * again; whoever does not cannot foresee it.
     *
     * @param seed drawn by a cryptographic random source once the lines stand, and kept
     * @param lines of the batch, numbered from 1
     * @param size of the sample
     */
    public static SortedSet<Integer> draw(byte[] seed, int lines, int size) {
        TreeSet<Integer> drawn = new TreeSet<>();
        IntStream.rangeClosed(1, lines)
                .mapToObj(line -> new Lot(line, digest(seed, line)))
                .sorted(Comparator.comparing(Lot::digest, Arrays::compareUnsigned))
                .limit(size)
                .forEach(lot -> drawn.add(lot.line()));
        return drawn;
    }

    private static byte[] digest(byte[] seed, int line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed);
            return digest.digest(ByteBuffer.allocate(Integer.BYTES).putInt(line).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private record Lot(int line, byte[] digest) {}
}
