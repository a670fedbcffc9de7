package vn.edu.privacy.consent.receipt;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.signing.SigningKeys;

/** Signs receipts and reads signed ones back. */
final class ReceiptSignature {
    private static final String TYPE = "consent-receipt+json";

    private final SigningKeys keys;
    private final JsonMapper json;

    ReceiptSignature(SigningKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The receipt in compact form. */
    String sign(Receipt receipt) {
        return keys.sign(TYPE, json.writeValueAsString(receipt));
    }

    /** What a signed receipt says; empty when it is none, or not ours, or was changed. */
    Optional<Receipt> verified(String compact) {
        try {
            return keys.verified(TYPE, compact).map(this::read);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** What we signed and stored ourselves. */
    Receipt stored(String compact) {
        return read(SigningKeys.text(compact));
    }

    private Receipt read(String text) {
        return json.readValue(text, Receipt.class);
    }
}
