package vn.edu.privacy.consent.receipt;

import java.util.UUID;
import vn.edu.privacy.consent.checkpoint.Inclusion;

/**
 * The proof for who holds a printed receipt.
 *
 * @param receiptId its number
 * @param content what is hashed in the entry: canonical JSON, identifiers only
 * @param inclusion how the entry hangs under the newest checkpoint
 */
record PrintedProof(UUID receiptId, String content, Inclusion inclusion) {}
