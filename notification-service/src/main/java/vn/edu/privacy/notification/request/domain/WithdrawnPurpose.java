package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One purpose of a withdrawal.
 *
 * @param code the purpose
 * @param version the version whose consequences were shown
 * @param seqs ledger places of the decisions withdrawn, from the confirmation on
 * @param appliedAt since when it is in effect
 * @param refusal why it was not put into effect
 */
public record WithdrawnPurpose(
        String code,
        int version,
        List<Long> seqs,
        @Nullable Instant appliedAt,
        @Nullable String refusal) implements PurposeOutcome {
    public WithdrawnPurpose {
        seqs = List.copyOf(seqs);
    }

    @Override
    public @Nullable Instant doneAt() {
        return appliedAt;
    }

    /** A purpose whose consequences are shown. */
    public static WithdrawnPurpose shown(String code, int version) {
        return new WithdrawnPurpose(code, version, List.of(), null, null);
    }

    WithdrawnPurpose naming(List<Long> decisions) {
        return new WithdrawnPurpose(code, version, decisions, appliedAt, refusal);
    }

    WithdrawnPurpose applied(Instant at) {
        return appliedAt != null ? this : new WithdrawnPurpose(code, version, seqs, at, null);
    }

    /** Is asked for again where it was refused. */
    WithdrawnPurpose again() {
        return new WithdrawnPurpose(code, version, seqs, appliedAt, null);
    }

    WithdrawnPurpose refused(String reason) {
        return appliedAt != null ? this : new WithdrawnPurpose(code, version, seqs, null, reason);
    }
}
