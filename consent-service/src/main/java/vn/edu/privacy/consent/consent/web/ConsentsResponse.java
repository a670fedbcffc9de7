package vn.edu.privacy.consent.consent.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.purpose.LawfulBasis;
import vn.edu.privacy.consent.roster.Capacity;

/** Answer of {@code GET /v1/students/{studentId}/consents}; how much it says depends on who asks. */
record ConsentsResponse(UUID studentId, List<Item> items) {

    /** One purpose; a school's system reads neither state nor parties. */
    record Item(
            String purpose,
            int version,
            String name,
            LawfulBasis lawfulBasis,
            boolean sensitive,
            String period,
            @Nullable UUID recordId,
            @Nullable ConsentState state,
            @Nullable String rule,
            Answer answer,
            @Nullable Instant consentEnds,
            List<String> dataCategories,
            @Nullable Boolean reminderMayHelp,
            @Nullable List<Side> missing,
            @Nullable List<PartyDecision> decisions) {}

    /**
     * A party's latest decision, as it has to be read.
     *
     * @param representative who decided for the party, by authorisation; for officers and the party
     * @param correctedBy the ledger entry that says so, when an officer had entered something else; for officers
     */
    record PartyDecision(
            UUID decisionId,
            UUID receiptId,
            @Nullable UUID personId,
            Capacity capacity,
            boolean mine,
            EntryKind decision,
            Instant decidedAt,
            String method,
            long seq,
            @Nullable UUID representative,
            @Nullable UUID correctedBy) {}
}
