package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.edu.privacy.consent.roster.Capacity;

/**
 * One party's decision on one record, as the ledger holds it.
 *
 * @param id the ledger entry
 * @param seq place in the student's ledger; the only order there is
 * @param party who decided
 * @param capacity as what
 * @param kind what
 * @param majorVersion the MAJOR version of the purpose that the decision was made under
 * @param categories data categories granted; a part of the purpose's where the party chose so (art. 11.7)
 * @param checked whether it counts: decisions entered from paper count after a second person's check
 * @param at when it was recorded; never before that of a smaller seq
 */
public record Decision(
        UUID id,
        long seq,
        UUID party,
        Capacity capacity,
        DecisionKind kind,
        int majorVersion,
        Set<String> categories,
        boolean checked,
        Instant at) {

    public Decision {
        categories = Set.copyOf(categories);
    }

    Side side() {
        return capacity == Capacity.SELF ? Side.STUDENT : Side.GUARDIAN;
    }
}
