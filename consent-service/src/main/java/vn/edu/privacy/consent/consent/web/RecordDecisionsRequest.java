package vn.edu.privacy.consent.consent.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/** Body of {@code POST /v1/students/{studentId}/decisions}. */
record RecordDecisionsRequest(
        @NotEmpty @Size(max = 50) @Valid List<@NotNull Item> decisions,
        @NotNull Method method) {

    DecisionOrder order(UUID studentId, UUID person) {
        return DecisionOrder.own(
                studentId,
                person,
                method.name(),
                decisions.stream().map(Item::item).toList());
    }

    /** How the will was expressed (Decree 13 art. 11.3). */
    enum Method {
        PORTAL_TICK
    }

    /** One purpose. */
    record Item(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            String purpose,

            @NotNull DecisionKind decision,
            @Nullable UUID notice,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> dataCategories,

            @Nullable Boolean consequencesAcknowledged,

            @Nullable @Size(min = 3, max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*")
            String conditions,

            @Nullable LocalDate lastDay) {

        DecisionOrder.Item item() {
            return new DecisionOrder.Item(
                    purpose,
                    decision,
                    notice,
                    dataCategories == null ? List.of() : dataCategories,
                    Boolean.TRUE.equals(consequencesAcknowledged),
                    conditions == null ? null : conditions.strip(),
                    lastDay);
        }
    }
}
