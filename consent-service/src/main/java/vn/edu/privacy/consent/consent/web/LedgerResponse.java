package vn.edu.privacy.consent.consent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.EntryKind;
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
            EntryKind decision,
            UUID party,
            @Nullable Capacity capacity,
            String method,
            @Nullable UUID noticeId,
            @Nullable String language,
            @Nullable UUID requestId,
            @Nullable Long target,
            @Nullable UUID enteredBy,
            @Nullable LocalDate expressedOn,
            @Nullable String reference,
            @Nullable LocalDate lastDay,
            @Nullable UUID representation,
            @Nullable UUID representative,
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
