package vn.edu.privacy.consent.paper.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.DecisionDesk.Method;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.paper.application.IntakeOrder;

/** Body of {@code POST /v1/intakes}. */
record IntakeRequest(
        @NotNull Boolean sameContent,
        @NotEmpty @Size(max = 500) @Valid List<@NotNull Line> lines) {

    IntakeOrder order(String schoolId, UUID submittedBy) {
        return new IntakeOrder(
                schoolId,
                submittedBy,
                sameContent,
                lines.stream().map(Line::line).toList());
    }

    /** What one person decided on one purpose for one student. */
    record Line(
            @NotNull UUID studentId,

            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            String purpose,

            @NotNull UUID party,
            @NotNull Held decision,
            @NotNull LocalDate expressedOn,
            @NotNull Method method,

            @NotNull @Size(min = 3, max = 100) @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]*")
            String reference,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> dataCategories) {

        IntakeOrder.Line line() {
            return new IntakeOrder.Line(
                    studentId,
                    purpose,
                    party,
                    decision.kind,
                    expressedOn,
                    method,
                    reference.strip(),
                    dataCategories == null ? List.of() : dataCategories);
        }
    }

    /** What a school may hold: who takes an agreement back makes a request instead. */
    enum Held {
        GIVEN(DecisionKind.GIVEN),
        REFUSED(DecisionKind.REFUSED);

        private final DecisionKind kind;

        Held(DecisionKind kind) {
            this.kind = kind;
        }
    }
}
