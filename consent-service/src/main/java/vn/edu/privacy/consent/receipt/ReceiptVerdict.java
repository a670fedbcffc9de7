package vn.edu.privacy.consent.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a signed receipt is genuine.
 *
 * @param valid signed by us, and the ledger still agrees
 * @param signature whether we signed exactly this
 * @param ledger what the ledger says today
 * @param receiptId which receipt it is; absent when it is not ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptVerdict(
        boolean valid,
        Signature signature,
        Agreement ledger,
        @Nullable UUID receiptId) {

    static ReceiptVerdict genuine(UUID receiptId, Agreement ledger) {
        return new ReceiptVerdict(ledger == Agreement.AGREES, Signature.VALID, ledger, receiptId);
    }

    static ReceiptVerdict forged() {
        return new ReceiptVerdict(false, Signature.INVALID, Agreement.UNKNOWN, null);
    }

    enum Signature {
        VALID,
        INVALID
    }

    enum Agreement {
        AGREES,
        DISAGREES,
        /** The ledger has no such decision, or was not asked. */
        UNKNOWN
    }
}
