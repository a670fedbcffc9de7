package vn.edu.privacy.consent.checkpoint.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One root over the heads of all chains, in a chain of its own: each names the one before by its hash. Who keeps a later
 * one holds everything before it fast.
 *
 * @param number from 1 on, without gaps
 * @param previous hash of the one before, hexadecimal; zeros for the first
 * @param chains how many chains
 * @param root of the tree over their heads, hexadecimal
 * @param madeAt when
 */
public record Checkpoint(long number, String previous, long chains, String root, Instant madeAt) {
    /** What the first one names as the one before it. */
    public static final String NONE = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    /** Time is cut to milliseconds, which every reader of JSON keeps. */
    public Checkpoint {
        madeAt = madeAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The next one.
     *
     * @param number of the one before; 0 when there is none
     * @param hash of the one before; {@link #NONE} when there is none
     * @param tree over all heads now
     * @param at now
     */
    public static Checkpoint after(long number, String hash, HeadsTree.Whole tree, Instant at) {
        return new Checkpoint(number + 1, hash, tree.size(), HEX.formatHex(tree.root()), at);
    }

    /** What is signed: canonical JSON (RFC 8785); nothing in it needs escaping. */
    public String text() {
        return "{\"chains\":" + chains + ",\"madeAt\":\"" + madeAt + "\",\"number\":" + number + ",\"previous\":\""
                + previous + "\",\"root\":\"" + root + "\",\"v\":1}";
    }

    /** SHA-256 of {@link #text()}, hexadecimal: what the next one and every receipt name. */
    public String hash() {
        return HEX.formatHex(Sha256.of(text().getBytes(StandardCharsets.UTF_8)));
    }
}
