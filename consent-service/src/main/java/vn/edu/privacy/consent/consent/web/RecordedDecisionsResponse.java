package vn.edu.privacy.consent.consent.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;

/** Answer of {@code POST /v1/students/{studentId}/decisions}. */
record RecordedDecisionsResponse(List<Item> decisions) {

    /** A decision recorded; the receipt bears the decision's id. */
    record Item(
            UUID decisionId,
            UUID receiptId,
            long seq,
            String purpose,
            EntryKind decision,
            Instant decidedAt,
            Standing record) {}

    /** What its record amounts to now. */
    record Standing(
            UUID id,
            String period,
            ConsentState state,
            Answer answer,
            @Nullable Instant consentEnds) {}
}
