package vn.edu.privacy.consent.consent.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/**
 * What is to be recorded of a person's will; all of it or nothing.
 *
 * @param studentId about whom
 * @param person who decides
 * @param method how the will was expressed (Decree 13 art. 11.3)
 * @param items one per purpose (art. 11.4)
 * @param desk who entered it for the person; absent when the person did it
 */
public record DecisionOrder(UUID studentId, UUID person, String method, List<Item> items, Optional<Desk> desk) {

    public DecisionOrder {
        items = List.copyOf(items);
    }

    /** What the person does without anybody's help. */
    public static DecisionOrder own(UUID studentId, UUID person, String method, List<Item> items) {
        return new DecisionOrder(studentId, person, method, items, Optional.empty());
    }

    /**
     * One purpose.
     *
     * @param purpose its code
     * @param kind the decision
     * @param noticeId the notice served before it; needed unless WITHDRAWN
     * @param categories a part of the purpose's data categories (art. 11.7); all when empty
     * @param consequencesAcknowledged must be true for WITHDRAWN (art. 12.3)
     * @param conditions the party's conditions in its own words (art. 11.7), only with GIVEN
     * @param lastDay the last day that the party grants (art. 11.7), only with GIVEN
     */
    public record Item(
            String purpose,
            DecisionKind kind,
            @Nullable UUID noticeId,
            List<String> categories,
            boolean consequencesAcknowledged,
            @Nullable String conditions,
            @Nullable LocalDate lastDay) {

        public Item {
            categories = List.copyOf(categories);
        }

        /** The whole, without conditions. */
        public static Item plain(
                String purpose, DecisionKind kind, @Nullable UUID noticeId, boolean consequencesAcknowledged) {
            return new Item(purpose, kind, noticeId, List.of(), consequencesAcknowledged, null, null);
        }
    }

    /**
     * An officer enters what a person signed or said elsewhere. It counts once a second person has checked it; a refusal
     * or withdrawal takes effect at once.
     *
     * @param enteredBy the officer
     * @param expressedOn the day on which the person signed or said it, Asia/Ho_Chi_Minh
     * @param reference where the evidence is kept; no personal data
     * @param noticeOnEvidence the officer declares that the evidence itself shows the notice with the content in force,
     *     so that no served notice needs to be named: for what schools hold from before (R-REG-02)
     */
    public record Desk(UUID enteredBy, LocalDate expressedOn, String reference, boolean noticeOnEvidence) {}
}
