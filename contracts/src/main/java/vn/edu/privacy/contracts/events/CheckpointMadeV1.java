package vn.edu.privacy.contracts.events;

/**
 * A signed root over the heads of all chains of the ledger. Hashes are SHA-256 in hexadecimal.
 *
 * @param number from 1 on, without gaps
 * @param hash of the signed text
 * @param previous hash of the checkpoint before it; zeros for the first
 * @param signed the text as a JWS in compact form
 */
public record CheckpointMadeV1(long number, String hash, String previous, String signed) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.checkpoint.made.v1";
}
