package vn.edu.privacy.consent.consent.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.DecisionDesk;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/** Body of {@code POST /v1/students/{studentId}/decisions}. */
record RecordDecisionsRequest(
        @NotEmpty @Size(max = 50) @Valid List<@NotNull Item> decisions,
        @NotNull Method method,
        @Nullable @Valid OnBehalf onBehalfOf) {

    /** A tick is the person's own; what somebody else enters was expressed in another way, one purpose on each form. */
    boolean fits() {
        return onBehalfOf == null ? method == Method.PORTAL_TICK : method.desk != null && decisions.size() == 1;
    }

    DecisionDesk.Entry entry(UUID studentId, String schoolId, UUID enteredBy) {
        OnBehalf other = Objects.requireNonNull(onBehalfOf, "entered on behalf of somebody");
        return new DecisionDesk.Entry(
                studentId,
                schoolId,
                enteredBy,
                other.party(),
                other.form(),
                other.expressedOn(),
                Objects.requireNonNull(method.desk, "expressed outside the portal"),
                other.reference() == null ? null : other.reference().strip(),
                decisions.getFirst().item());
    }

    DecisionOrder order(UUID studentId, UUID person) {
        return DecisionOrder.own(
                studentId,
                person,
                method.name(),
                decisions.stream().map(Item::item).toList());
    }

    /** How the will was expressed (Decree 13 art. 11.3). */
    enum Method {
        PORTAL_TICK(null),
        PAPER_FORM(DecisionDesk.Method.PAPER_FORM),
        SMS_SYNTAX(DecisionDesk.Method.SMS_SYNTAX),
        VOICE_RECORD(DecisionDesk.Method.VOICE_RECORD);

        private final DecisionDesk.@Nullable Method desk;

        Method(DecisionDesk.@Nullable Method desk) {
            this.desk = desk;
        }
    }

    /** Who decided, on which form, when; sent by whoever enters it. */
    record OnBehalf(
            @NotNull UUID party,

            @NotNull @Size(min = 12, max = 20) @Pattern(regexp = "[0-9A-Za-z-]+")
            String form,

            @NotNull LocalDate expressedOn,

            @Nullable @Size(min = 3, max = 80) @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]*")
            String reference) {}

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
