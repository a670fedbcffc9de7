package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Decision;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.roster.Capacity;

/**
 * One decision as the ledger keeps it: identifiers only, no personal text.
 *
 * @param decisionId names the entry, and the receipt for it
 * @param seq place in the student's ledger
 * @param key the record decided on
 * @param recordId the record's opaque id
 * @param purposeVersion the version decided under
 * @param majorVersion the newest MAJOR version up to it
 * @param kind what was decided
 * @param party by whom
 * @param capacity as what
 * @param categories data categories, sorted
 * @param method how the will was expressed (Decree 13 art. 11.3)
 * @param noticeId the notice served before it; absent for withdrawals
 * @param language the language of that notice
 * @param requestId the data subject request that it carries out
 * @param decidedAt when it was recorded
 */
public record LedgerEntry(
        UUID decisionId,
        long seq,
        RecordKey key,
        UUID recordId,
        int purposeVersion,
        int majorVersion,
        DecisionKind kind,
        UUID party,
        Capacity capacity,
        List<String> categories,
        String method,
        @Nullable UUID noticeId,
        @Nullable String language,
        @Nullable UUID requestId,
        Instant decidedAt) {

    public LedgerEntry {
        categories = categories.stream().sorted().toList();
    }

    /** The entry as the rules see it. */
    public Decision decision() {
        return new Decision(
                decisionId, seq, party, capacity, kind, majorVersion, Set.copyOf(categories), true, decidedAt);
    }
}
