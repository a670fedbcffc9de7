package vn.edu.privacy.consent.consent.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/**
 * What a person wants recorded; all of it or nothing.
 *
 * @param studentId about whom
 * @param person who decides
 * @param method how the will was expressed (Decree 13 art. 11.3)
 * @param items one per purpose (art. 11.4)
 */
public record DecisionOrder(UUID studentId, UUID person, String method, List<Item> items) {

    public DecisionOrder {
        items = List.copyOf(items);
    }

    /**
     * One purpose.
     *
     * @param purpose its code
     * @param kind the decision
     * @param noticeId the notice served before it; needed unless WITHDRAWN
     * @param categories a part of the purpose's data categories (art. 11.7); all when empty
     * @param consequencesAcknowledged must be true for WITHDRAWN (art. 12.3)
     */
    public record Item(
            String purpose,
            DecisionKind kind,
            @Nullable UUID noticeId,
            List<String> categories,
            boolean consequencesAcknowledged) {}
}
