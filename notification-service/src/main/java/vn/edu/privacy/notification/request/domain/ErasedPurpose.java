package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One purpose of a deletion, with what became of it.
 *
 * @param code the purpose
 * @param version the version that says which data it is and who holds it
 * @param erasedAt when consent-service erased what was said on it
 * @param refusal why it was not erased
 */
public record ErasedPurpose(
        String code,
        int version,
        @Nullable Instant erasedAt,
        @Nullable String refusal) implements PurposeOutcome {
    @Override
    public @Nullable Instant doneAt() {
        return erasedAt;
    }

    /** A purpose whose data is to be deleted. */
    public static ErasedPurpose asked(String code, int version) {
        return new ErasedPurpose(code, version, null, null);
    }

    /** Whether consent-service erased it. */
    public boolean isErased() {
        return erasedAt != null;
    }

    ErasedPurpose erased(Instant at) {
        return isErased() ? this : new ErasedPurpose(code, version, at, null);
    }

    ErasedPurpose refused(String reason) {
        return isErased() ? this : new ErasedPurpose(code, version, null, reason);
    }

    /** Is asked for again where it was refused. */
    ErasedPurpose again() {
        return new ErasedPurpose(code, version, erasedAt, null);
    }
}
