package vn.edu.privacy.consent.paper.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.paper.domain.BatchLine;
import vn.edu.privacy.consent.paper.domain.BatchState;
import vn.edu.privacy.consent.paper.domain.IntakeBatch;
import vn.edu.privacy.consent.paper.domain.WrongBecause;

/**
 * A batch with the sample to compare.
 *
 * @param id opaque
 * @param state what has become of it
 * @param lines how many
 * @param submittedBy who entered and declared it
 * @param submittedAt when
 * @param decidedAt when it was accepted or rejected
 * @param rejectedBefore rejections in a row that enlarged the sample
 * @param seed from which the sample was drawn, hexadecimal
 * @param sample the lines to compare, by number
 */
record IntakeResponse(
        UUID id,
        BatchState state,
        int lines,
        UUID submittedBy,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        int rejectedBefore,
        String seed,
        List<Line> sample) {

    static IntakeResponse of(IntakeBatch batch, List<Line> sample) {
        return new IntakeResponse(
                batch.id(),
                batch.state(),
                batch.lines(),
                batch.submittedBy(),
                batch.submittedAt(),
                batch.decidedAt(),
                batch.rejectedBefore(),
                batch.seed(),
                sample);
    }

    /** A line of the sample, as the ledger holds it, and what comparing it showed. */
    record Line(
            int line,
            UUID decisionId,
            UUID studentId,
            String purpose,
            UUID party,
            EntryKind decision,
            @Nullable LocalDate expressedOn,
            String method,
            @Nullable String reference,
            List<String> dataCategories,
            @Nullable Boolean right,
            @Nullable WrongBecause wrongBecause) {

        static Line of(BatchLine line, LedgerEntry entry) {
            return new Line(
                    line.line(),
                    line.decisionId(),
                    line.studentId(),
                    entry.key().purpose(),
                    entry.party(),
                    entry.kind(),
                    entry.particulars().expressedOn(),
                    entry.method(),
                    entry.particulars().reference(),
                    entry.categories(),
                    line.right(),
                    line.wrongBecause());
        }
    }
}
