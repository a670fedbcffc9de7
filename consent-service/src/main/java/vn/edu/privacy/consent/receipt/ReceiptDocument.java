package vn.edu.privacy.consent.receipt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.edu.privacy.consent.checkpoint.Inclusion;

/**
 * A receipt with all that verifies it without us.
 *
 * @param receipt what it says
 * @param signed the same as a JWS in compact form: what counts
 * @param inclusion how the entry hangs under the newest checkpoint
 */
record ReceiptDocument(@JsonUnwrapped Receipt receipt, String signed, Inclusion inclusion) {}
