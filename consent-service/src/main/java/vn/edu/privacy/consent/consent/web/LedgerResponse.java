package vn.edu.privacy.consent.consent.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.roster.Capacity;

/** Answer of {@code GET /v1/students/{studentId}/ledger}. */
record LedgerResponse(UUID studentId, List<Entry> entries) {

    /** One link of the chain; hashes in hexadecimal. */
    record Entry(
            long seq,
            UUID decisionId,
            String schoolId,
            String purpose,
            int purposeVersion,
            String period,
            DecisionKind decision,
            UUID party,
            Capacity capacity,
            String method,
            @Nullable UUID noticeId,
            @Nullable String language,
            Instant decidedAt,
            String prevHash,
            String bodyHash,
            String hash) {}

    /** Answer of {@code GET /v1/students/{studentId}/ledger/verification}. */
    record Verification(
            UUID studentId,
            boolean valid,
            long entries,
            String head,
            @Nullable Long firstBrokenSeq) {}
}
