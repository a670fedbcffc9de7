package vn.edu.privacy.consent.checkpoint;

import java.time.Instant;

/**
 * A checkpoint as everybody may have it. Hashes are SHA-256 in hexadecimal.
 *
 * @param number from 1 on, without gaps
 * @param madeAt when
 * @param chains how many chains it covers
 * @param root of the Merkle tree (RFC 9162) over their heads
 * @param previous hash of the checkpoint before it
 * @param hash of the signed text
 * @param signed that text as a JWS in compact form
 */
public record SignedCheckpoint(
        long number, Instant madeAt, long chains, String root, String previous, String hash, String signed) {
    static final String TYPE = "consent-checkpoint+json";
}
