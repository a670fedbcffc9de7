package vn.edu.privacy.consent.checkpoint.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inclusion proofs: the neighbours that lead from one leaf to the root (RFC 9162 section 2.1.3). */
public final class MerklePath {
    private MerklePath() {}

    /**
     * The path of one leaf, from the leaf upwards.
     *
     * @param hashes of all leaves, in order
     * @param index of the leaf
     */
    public static List<byte[]> of(List<byte[]> hashes, int index) {
        if (index < 0 || index >= hashes.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        if (hashes.size() == 1) {
            return List.of();
        }
        int split = Integer.highestOneBit(hashes.size() - 1);
        List<byte[]> left = hashes.subList(0, split);
        List<byte[]> right = hashes.subList(split, hashes.size());
        List<byte[]> path = new ArrayList<>(index < split ? of(left, index) : of(right, index - split));
        path.add(root(index < split ? right : left));
        return path;
    }

    /**
     * The root that a path leads to; empty when a tree of that size has no such path.
     *
     * @param leaf hash of the leaf
     * @param index of the leaf
     * @param size how many leaves there are
     * @param path from the leaf upwards
     */
    public static Optional<byte[]> root(byte[] leaf, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long at = index;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] neighbour : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                root = Sha256.node(neighbour, root);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                root = Sha256.node(root, neighbour);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    private static byte[] root(List<byte[]> hashes) {
        MerkleRoot root = new MerkleRoot();
        hashes.forEach(root::add);
        return root.value();
    }
}
