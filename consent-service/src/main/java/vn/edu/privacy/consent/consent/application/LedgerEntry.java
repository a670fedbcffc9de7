package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.consent.domain.Entry;
import vn.edu.privacy.consent.roster.Capacity;

/**
 * One line of the ledger: identifiers only, no personal text.
 *
 * @param decisionId names the entry, and the receipt for it
 * @param seq place in the student's ledger
 * @param key the record that it is about
 * @param recordId the record's opaque id
 * @param purposeVersion the version decided under
 * @param majorVersion the newest MAJOR version up to it
 * @param kind what it is
 * @param party who decided, or the officer who acted, or who had asked for the restriction
 * @param capacity as what; absent for officers
 * @param categories data categories of a decision, sorted; empty for other entries
 * @param method how the will was expressed (Decree 13 art. 11.3)
 * @param noticeId the notice served before it; absent for withdrawals and other entries
 * @param language the language of that notice
 * @param requestId the data subject request that it carries out
 * @param particulars what it says beyond that
 * @param mandate by what a representative made the decision for the party; null when the party did (art. 11.11)
 * @param decidedAt when it was recorded
 */
public record LedgerEntry(
        UUID decisionId,
        long seq,
        RecordKey key,
        UUID recordId,
        int purposeVersion,
        int majorVersion,
        EntryKind kind,
        UUID party,
        @Nullable Capacity capacity,
        List<String> categories,
        String method,
        @Nullable UUID noticeId,
        @Nullable String language,
        @Nullable UUID requestId,
        Particulars particulars,
        @Nullable ByMandate mandate,
        Instant decidedAt) {

    public LedgerEntry {
        categories = categories.stream().sorted().toList();
    }

    /** Whether a party decided, rather than somebody acted on what was decided. */
    public boolean isDecision() {
        return kind.isDecision();
    }

    /** As what the party decided; only decisions have it. */
    public Capacity decidedAs() {
        return Objects.requireNonNull(capacity, "a decision is made in a capacity");
    }

    /** The same decision, read as its correction says. */
    LedgerEntry readAs(DecisionKind other) {
        return new LedgerEntry(
                decisionId,
                seq,
                key,
                recordId,
                purposeVersion,
                majorVersion,
                EntryKind.of(other),
                party,
                capacity,
                categories,
                method,
                noticeId,
                language,
                requestId,
                particulars,
                mandate,
                decidedAt);
    }

    /** The entry as the rules see it. */
    public Entry entry() {
        return switch (kind) {
            case GIVEN, REFUSED, WITHDRAWN -> decision();
            case CHECK_CONFIRMED -> new Entry.Check(seq, target(), true, decidedAt);
            case CHECK_REJECTED -> new Entry.Check(seq, target(), false, decidedAt);
            case SETTLED_GIVEN -> new Entry.Settlement(seq, true, decidedAt);
            case SETTLED_REFUSED -> new Entry.Settlement(seq, false, decidedAt);
            case ENDED_BY_ORDER -> new Entry.Order(seq, decidedAt);
            case RESTRICTED -> new Entry.Restriction(seq, party, true, true, decidedAt);
            case RESTRICTION_LIFTED ->
                new Entry.Restriction(seq, party, false, particulars.enteredBy() == null, decidedAt);
            case ERASED -> new Entry.Erasure(seq, decidedAt);
            case LEFT_OUT -> new Entry.Correction(seq, target(), null, decidedAt);
            case READ_AS_GIVEN -> new Entry.Correction(seq, target(), DecisionKind.GIVEN, decidedAt);
            case READ_AS_REFUSED -> new Entry.Correction(seq, target(), DecisionKind.REFUSED, decidedAt);
            case READ_AS_WITHDRAWN -> new Entry.Correction(seq, target(), DecisionKind.WITHDRAWN, decidedAt);
        };
    }

    private Entry.Decision decision() {
        return new Entry.Decision(
                decisionId,
                seq,
                party,
                decidedAs(),
                kind.decision().orElseThrow(),
                majorVersion,
                Set.copyOf(categories),
                particulars.enteredBy() != null,
                particulars.lastDay(),
                particulars.conditions() != null,
                decidedAt);
    }

    /**
     * A representative's doing.
     *
     * @param representation the representation
     * @param representative who acted for the party
     */
    public record ByMandate(UUID representation, UUID representative) {}

    private long target() {
        return Objects.requireNonNull(particulars.target(), "a check or correction names its target");
    }
}
