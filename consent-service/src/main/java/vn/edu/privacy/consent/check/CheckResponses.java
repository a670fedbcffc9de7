package vn.edu.privacy.consent.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.purpose.LawfulBasis;

/** What checks answer. */
final class CheckResponses {
    private CheckResponses() {}

    /** One question's answer; says which moment it is about unless it is about now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String answer,
            List<Why> reasons,
            List<String> dataCategories,
            List<String> conditions,
            @Nullable LawfulBasis basis,
            @Nullable Instant consentEnds,
            @Nullable UUID recordId,
            @Nullable Boolean reminderMayHelp,
            @Nullable Instant at,
            @Nullable Instant knownAt,
            UUID checkId) {}

    /** A reason with the article it rests on, the rows of the truth table, and a text in the caller's language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(Reason code, String article, @Nullable String rule, String text) {}

    /** One cell of a batch. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BatchCell(
            UUID studentId,
            String purpose,
            String answer,
            Reason reason,
            String article,
            @Nullable UUID recordId,
            List<String> dataCategories,
            @Nullable Boolean conditional,
            @Nullable Instant consentEnds,
            @Nullable Boolean reminderMayHelp) {
        static BatchCell of(Cell cell) {
            return new BatchCell(
                    cell.studentId(),
                    cell.purpose(),
                    cell.answer(),
                    cell.reason(),
                    cell.reason().article(cell.basis()),
                    cell.recordId(),
                    cell.granted(),
                    cell.conditionalOn().isEmpty() ? null : true,
                    cell.consentEnds(),
                    cell.reminderMayHelp());
        }
    }

    /** All cells, in the order asked. */
    record Cells(UUID checkId, List<BatchCell> items) {}
}
