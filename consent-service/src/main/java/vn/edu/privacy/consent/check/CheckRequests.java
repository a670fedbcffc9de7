package vn.edu.privacy.consent.check;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of checks. */
final class CheckRequests {
    private static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private static final String SCHOOL = "^[a-z0-9-]{2,40}$";

    private CheckRequests() {}

    /** {@code POST /v1/checks}; either of studentId and sectorId. About the past with at or knownAt, else about now. */
    record Single(
            @NotNull @Pattern(regexp = SCHOOL) String schoolId,
            @Nullable UUID studentId,

            @Nullable @Size(min = 4, max = 40) @Pattern(regexp = "^[A-Za-z0-9-]+$")
            String sectorId,

            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String purpose,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60) String> dataCategories,

            @Nullable Instant at,
            @Nullable Instant knownAt) {}

    /** {@code POST /v1/checks/batch}. */
    record Batch(
            @NotNull @Pattern(regexp = SCHOOL) String schoolId,

            @NotNull @Size(min = 1, max = 50)
            List<@NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60) String> purposes,

            @NotNull @Size(min = 1, max = 5000) List<@NotNull UUID> studentIds) {}
}
