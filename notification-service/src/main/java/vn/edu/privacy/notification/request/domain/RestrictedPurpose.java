package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One purpose of a restriction or an objection, with what became of it.
 *
 * @param code the purpose
 * @param version the version whose consequences were shown
 * @param appliedAt since when it is restricted
 * @param refusal why it was not put into effect
 * @param liftedAt when it was lifted
 * @param liftRefusal why it was not lifted when the requester asked for that
 */
public record RestrictedPurpose(
        String code,
        int version,
        @Nullable Instant appliedAt,
        @Nullable String refusal,
        @Nullable Instant liftedAt,
        @Nullable String liftRefusal)
        implements PurposeOutcome {
    @Override
    public @Nullable Instant doneAt() {
        return appliedAt;
    }

    /** A purpose whose consequences are shown. */
    public static RestrictedPurpose shown(String code, int version) {
        return new RestrictedPurpose(code, version, null, null, null, null);
    }

    /** Whether it was put into effect, lifted since or not. */
    public boolean isApplied() {
        return appliedAt != null;
    }

    /** Whether it is restricted now. */
    public boolean isRestricted() {
        return appliedAt != null && liftedAt == null;
    }

    RestrictedPurpose applied(Instant at) {
        return isApplied() ? this : new RestrictedPurpose(code, version, at, null, null, null);
    }

    RestrictedPurpose refused(String reason) {
        return isApplied() ? this : new RestrictedPurpose(code, version, null, reason, null, null);
    }

    /** Is asked for again where it was refused. */
    RestrictedPurpose again() {
        return new RestrictedPurpose(code, version, appliedAt, null, liftedAt, liftRefusal);
    }

    /** Is to be lifted, whatever was answered to that before. */
    RestrictedPurpose lifting() {
        return new RestrictedPurpose(code, version, appliedAt, refusal, liftedAt, null);
    }

    RestrictedPurpose lifted(Instant at) {
        return isRestricted() ? new RestrictedPurpose(code, version, appliedAt, refusal, at, null) : this;
    }

    RestrictedPurpose notLifted(String reason) {
        return isRestricted() ? new RestrictedPurpose(code, version, appliedAt, refusal, null, reason) : this;
    }
}
