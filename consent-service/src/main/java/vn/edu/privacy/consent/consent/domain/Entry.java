package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.roster.Capacity;

/**
 * One entry of a record's history. Nothing is ever changed: what turns out wrong is put right by a further entry
 * (Decree 13 art. 11.10).
 */
public sealed interface Entry {
    /** Place in the student's ledger; the only order there is. */
    long seq();

    /** When it was recorded; never before that of a smaller seq. */
    Instant at();

    /**
     * One party's decision.
     *
     * @param id the ledger entry
     * @param party who decided
     * @param capacity as what
     * @param kind what
     * @param majorVersion the MAJOR version of the purpose that the decision was made under
     * @param categories data categories granted; a part of the purpose's where the party chose so (art. 11.7)
     * @param needsCheck whether somebody else entered it, so that it counts once a second person has checked it
     * @param lastDay the last day that the party granted, Asia/Ho_Chi_Minh; null when left open (art. 11.7)
     * @param conditional whether the party set conditions in words (art. 11.7)
     */
    record Decision(
            UUID id,
            long seq,
            UUID party,
            Capacity capacity,
            DecisionKind kind,
            int majorVersion,
            Set<String> categories,
            boolean needsCheck,
            @Nullable LocalDate lastDay,
            boolean conditional,
            Instant at)
            implements Entry {

        public Decision {
            categories = Set.copyOf(categories);
        }

        Side side() {
            return capacity == Capacity.SELF ? Side.STUDENT : Side.GUARDIAN;
        }

        boolean endedOn(LocalDate day) {
            return lastDay != null && day.isAfter(lastDay);
        }

        Decision checked() {
            return new Decision(
                    id, seq, party, capacity, kind, majorVersion, categories, false, lastDay, conditional, at);
        }

        Decision readAs(DecisionKind other) {
            return new Decision(
                    id, seq, party, capacity, other, majorVersion, categories, needsCheck, lastDay, conditional, at);
        }
    }

    /**
     * A second person compared what was entered with its evidence.
     *
     * @param target the seq of what was checked
     * @param confirmed whether it counts from now on; otherwise it never does
     */
    record Check(long seq, long target, boolean confirmed, Instant at) implements Entry {}

    /**
     * A document says what guardians who disagree have settled on, or a court for them. Counts once a second person has
     * checked it, for the decisions made before it.
     *
     * @param granted whether the guardians' side agrees
     */
    record Settlement(long seq, boolean granted, Instant at) implements Entry {}

    /** A competent authority ended the processing in writing (art. 11.9, R-CH-12). */
    record Order(long seq, Instant at) implements Entry {}

    /**
     * A person asked for restriction, or objected (art. 9.6, 9.8), or lifted that again.
     *
     * @param asker who had asked for it
     * @param imposed false when it is lifted
     * @param byAsker whether the one who asked did this; only then does lifting count as a decision
     */
    record Restriction(long seq, UUID asker, boolean imposed, boolean byAsker, Instant at) implements Entry {}

    /**
     * What the parties said in words was erased (art. 16). Agreements may have rested on those words: whoever had agreed
     * has not answered from then on, and no settlement stands. Refusals and withdrawals go on standing.
     */
    record Erasure(long seq, Instant at) implements Entry {}

    /**
     * An earlier entry is wrong: an officer had entered what nobody had said. It holds for the past too, for whoever asks
     * what was true then; not for whoever asks what was known then.
     *
     * @param target the seq of the wrong entry
     * @param readAs what a decision has to be read as; null when the entry is to be left out altogether
     */
    record Correction(long seq, long target, @Nullable DecisionKind readAs, Instant at) implements Entry {}
}
