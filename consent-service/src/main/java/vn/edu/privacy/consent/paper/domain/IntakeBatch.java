package vn.edu.privacy.consent.paper.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Consents that a school already held on paper or from before 2026, entered together (R-REG-02). Who submitted it declared
 * that the evidence of every line shows a notice with the content that is in force; the batch is that declaration.
 *
 * @param id opaque
 * @param schoolId whose
 * @param submittedBy who entered and declared it
 * @param submittedAt when
 * @param lines how many
 * @param plan by which the sample was sized
 * @param rejectedBefore batches rejected in a row before, which enlarged the sample
 * @param sampleSize how many lines a second person compares
 * @param seed from which the sample was drawn, hexadecimal
 * @param state what has become of it
 * @param decidedAt when it was accepted or rejected
 */
public record IntakeBatch(
        UUID id,
        String schoolId,
        UUID submittedBy,
        Instant submittedAt,
        int lines,
        SamplingPlan plan,
        int rejectedBefore,
        int sampleSize,
        String seed,
        BatchState state,
        @Nullable Instant decidedAt) {}
