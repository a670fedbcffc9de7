package vn.edu.privacy.consent.consent.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/** What a ledger entry is. */
public enum EntryKind {
    /** A party agreed (Decree 13 art. 11). */
    GIVEN(DecisionKind.GIVEN),
    /** A party did not agree. */
    REFUSED(DecisionKind.REFUSED),
    /** A party took an agreement back (art. 12). */
    WITHDRAWN(DecisionKind.WITHDRAWN),
    /** A second person found that an entry says what its evidence says. */
    CHECK_CONFIRMED(null),
    /** A second person found that it does not. */
    CHECK_REJECTED(null),
    /** A document shows that guardians who disagreed, or a court for them, agree. */
    SETTLED_GIVEN(null),
    /** A document shows that guardians who disagreed, or a court for them, do not agree. */
    SETTLED_REFUSED(null),
    /** A competent authority ended the processing (art. 11.9). */
    ENDED_BY_ORDER(null),
    /** A person had the processing restricted, or objected to it (art. 9.6, 9.8). */
    RESTRICTED(null),
    /** The restriction was lifted. */
    RESTRICTION_LIFTED(null),
    /** What was said in words was erased (art. 16); agreements before it count no longer. */
    ERASED(null),
    /** An earlier entry is to be left out: nobody had said so. */
    LEFT_OUT(null),
    /** An earlier decision is to be read as an agreement. */
    READ_AS_GIVEN(null),
    /** An earlier decision is to be read as a refusal. */
    READ_AS_REFUSED(null),
    /** An earlier decision is to be read as a withdrawal. */
    READ_AS_WITHDRAWN(null);

    private final @Nullable DecisionKind decision;

    EntryKind(@Nullable DecisionKind decision) {
        this.decision = decision;
    }

    /** The decision that it is; empty when it is none. */
    public Optional<DecisionKind> decision() {
        return Optional.ofNullable(decision);
    }

    /** Whether a party decided. */
    public boolean isDecision() {
        return decision != null;
    }

    /** The entry of a decision. */
    public static EntryKind of(DecisionKind decision) {
        return valueOf(decision.name());
    }

    /** The correction that reads a decision as another; leaving it out when absent. */
    public static EntryKind readingAs(@Nullable DecisionKind decision) {
        return decision == null ? LEFT_OUT : valueOf("READ_AS_" + decision);
    }
}
