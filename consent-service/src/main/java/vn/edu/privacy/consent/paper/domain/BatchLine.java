package vn.edu.privacy.consent.paper.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch. What it says stands in the ledger.
 *
 * @param line its number, from 1, as it was sent
 * @param studentId about whom
 * @param decisionId the ledger's entry
 * @param sampled whether a second person compares it with its evidence
 * @param right what that showed; null before
 * @param wrongBecause why it was wrong
 * @param checkedBy who compared it
 * @param checkedAt when
 */
public record BatchLine(
        int line,
        UUID studentId,
        UUID decisionId,
        boolean sampled,
        @Nullable Boolean right,
        @Nullable WrongBecause wrongBecause,
        @Nullable UUID checkedBy,
        @Nullable Instant checkedAt) {

    /** A line that nobody has compared yet. */
    public static BatchLine entered(int line, UUID studentId, UUID decisionId, boolean sampled) {
        return new BatchLine(line, studentId, decisionId, sampled, null, null, null, null);
    }
}
