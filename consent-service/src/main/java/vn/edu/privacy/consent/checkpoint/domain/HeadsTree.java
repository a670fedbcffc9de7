package vn.edu.privacy.consent.checkpoint.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over all heads, in the order of their subjects. It keeps one hash for each tile of neighbouring leaves: enough
 * to make any leaf's path later from the leaves of its tile alone, and little beside the heads themselves.
 */
public final class HeadsTree {
    /** Leaves of a tile. */
    public static final int TILE = 256;

    private final int tileSize;
    private final List<Tile> tiles = new ArrayList<>();
    private final MerkleRoot root = new MerkleRoot();
    private byte[] last = new byte[0];
    private byte[] first = new byte[0];
    private MerkleRoot open = new MerkleRoot();
    private long size;

    /** An empty tree. */
    public HeadsTree() {
        this(TILE);
    }

    HeadsTree(int tileSize) {
        this.tileSize = tileSize;
    }

    /**
     * Adds the next head.
     *
     * @throws IllegalArgumentException when its subject does not come after the one before: nobody has two chains
     */
    public void add(ChainHead head) {
        if (!head.isAfter(last)) {
            throw new IllegalArgumentException("heads come in the order of their subjects, each once");
        }
        if (open.size() == 0) {
            first = head.subject();
        }
        open.add(head.leaf());
        last = head.subject();
        size++;
        if (open.size() == tileSize) {
            close();
        }
    }

    /** Ends the tree. */
    public Whole whole() {
        if (open.size() > 0) {
            close();
        }
        return new Whole(size, root.value(), List.copyOf(tiles));
    }

    private void close() {
        byte[] hash = open.value();
        tiles.add(new Tile(first, hash));
        root.add(hash);
        open = new MerkleRoot();
    }

    /**
     * The path of a leaf, from the leaf upwards.
     *
     * @param tile hashes of the leaves of its tile
     * @param indexInTile where in it
     * @param tiles hashes of all tiles
     * @param indexOfTile which of them
     */
    public static List<byte[]> path(List<byte[]> tile, int indexInTile, List<byte[]> tiles, int indexOfTile) {
        List<byte[]> path = new ArrayList<>(MerklePath.of(tile, indexInTile));
        path.addAll(MerklePath.of(tiles, indexOfTile));
        return path;
    }

    /**
     * A tile.
     *
     * @param firstSubject where it begins
     * @param hash the root over its leaves
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Tile(byte[] firstSubject, byte[] hash) {}

    /**
     * The finished tree.
     *
     * @param size how many heads
     * @param root over all of them
     * @param tiles in order
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Whole(long size, byte[] root, List<Tile> tiles) {}
}
