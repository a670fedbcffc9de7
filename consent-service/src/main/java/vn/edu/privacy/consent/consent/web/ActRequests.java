package vn.edu.privacy.consent.consent.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/** What officers send about decisions and records. References name where evidence is kept; no personal data. */
final class ActRequests {
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String REFERENCE = "[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]*";

    private ActRequests() {}

    /** {@code POST …/decisions/{decisionId}/check}. */
    record Check(
            @NotNull Outcome outcome,

            @NotNull @Size(min = 3, max = 100) @Pattern(regexp = REFERENCE)
            String reference) {}

    /** What comparing with the evidence showed. */
    enum Outcome {
        CONFIRMED,
        REJECTED
    }

    /** {@code POST …/decisions/{decisionId}/correction}; without {@code readAs} the entry is left out. */
    record Correction(
            @Nullable DecisionKind readAs,

            @NotNull @Size(min = 3, max = 100) @Pattern(regexp = REFERENCE)
            String reference) {}

    /** {@code POST …/settlements}. */
    record Settlement(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String purpose,

            @NotNull Settled decision,

            @NotNull @Size(min = 3, max = 100) @Pattern(regexp = REFERENCE)
            String reference) {}

    /** What guardians settled on. */
    enum Settled {
        GIVEN,
        REFUSED
    }

    /** {@code POST …/orders}. */
    record Order(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String purpose,

            @NotNull @Size(min = 3, max = 100) @Pattern(regexp = REFERENCE)
            String reference) {}
}
