package vn.edu.privacy.consent.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one entry of the ledger hangs under a signed root: its own link, the links from there to the head of its chain, and
 * the path from that head to the root. What belongs to others stands in it as hashes only. Hashes are hexadecimal.
 *
 * @param status whether a checkpoint covers the entry yet
 * @param nextCheckpoint PENDING: the number of the checkpoint that will
 * @param checkpoint INCLUDED: the newest one, which covers it
 * @param entry the entry's own link; its hash is SHA-256 of {@code prevHash ‖ bodyHash}
 * @param links hashes of the bodies after it, each leading to the next link, up to the head
 * @param head where the chain ended then
 * @param leafIndex the head's place in the tree
 * @param path its neighbours, from the leaf upwards (RFC 9162 section 2.1.3)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Inclusion(
        Status status,
        @Nullable Long nextCheckpoint,
        @Nullable SignedCheckpoint checkpoint,
        @Nullable Entry entry,
        @Nullable List<String> links,
        @Nullable Head head,
        @Nullable Long leafIndex,
        @Nullable List<String> path) {

    /** Whether a checkpoint covers the entry. */
    public enum Status {
        /** The proof is here. */
        INCLUDED,
        /** It comes with the next checkpoint. */
        PENDING
    }

    /**
     * An entry's own link.
     *
     * @param seq its place in the chain
     * @param prevHash the link before it
     * @param bodyHash its body
     */
    public record Entry(long seq, String prevHash, String bodyHash) {}

    /**
     * A leaf of the tree: its data are the 32 bytes of the subject, seq as eight bytes, and the 32 bytes of the hash.
     *
     * @param subject SHA-256 of the student id's 16 bytes
     * @param seq place of the newest entry
     * @param hash its link
     */
    public record Head(String subject, long seq, String hash) {}

    static Inclusion pending(long nextCheckpoint) {
        return new Inclusion(Status.PENDING, nextCheckpoint, null, null, null, null, null, null);
    }
}
