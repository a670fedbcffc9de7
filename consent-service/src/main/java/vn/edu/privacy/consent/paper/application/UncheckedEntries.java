package vn.edu.privacy.consent.paper.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.edu.privacy.consent.consent.application.EntryKind;

/** What officers and staff have entered for others and no second person has checked yet. */
public interface UncheckedEntries {
    /** A school's, oldest first; lines of a batch whose sample is being compared are not among them. */
    Flux<Unchecked> of(String schoolId, int atMost);

    /**
     * An entry that waits.
     *
     * @param decisionId the ledger's entry
     * @param studentId about whom
     * @param purpose for what
     * @param kind what it says
     * @param enteredBy by whom; this person cannot check it
     * @param enteredAt when
     * @param expressedOn when the party signed or said it; absent for documents of a settlement
     * @param method how the party expressed it
     * @param reference where the evidence is kept
     */
    record Unchecked(
            UUID decisionId,
            UUID studentId,
            String purpose,
            EntryKind kind,
            UUID enteredBy,
            Instant enteredAt,
            @Nullable LocalDate expressedOn,
            String method,
            String reference) {}
}
