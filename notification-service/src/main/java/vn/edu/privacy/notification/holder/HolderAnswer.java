package vn.edu.privacy.notification.holder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A holder's answer to an instruction.
 *
 * @param status how far the holder is
 * @param at since when, by the holder's own clock
 * @param reason a code, why it refuses; absent otherwise
 * @param proof that it said so; absent while it signs nothing
 */
public record HolderAnswer(
        Status status,
        Instant at,
        @Nullable String reason,
        @Nullable Proof proof) {
    /**
     * What the holder signed.
     *
     * @param keyId the key by which it verifies
     * @param signed the signature, a JWT that binds the body
     * @param body as it came
     */
    public record Proof(String keyId, String signed, String body) {}

    /** How far the holder is. */
    public enum Status {
        /** It knows, and has not carried it out yet. */
        RECEIVED,
        /** It processes no more. */
        STOPPED,
        /** It stores and does nothing else. */
        RESTRICTED,
        /** It processes again. */
        LIFTED,
        /** It has erased the data. */
        ERASED,
        /** It has put right what was wrong. */
        RECTIFIED,
        /** It will not carry it out, for instance because it does not know the student; people must look. */
        REFUSED
    }
}
