package vn.edu.privacy.notification.request.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.RequestType;

/** What is sent to the requests' API. */
final class RequestBodies {
    private RequestBodies() {}

    /** Body of {@code POST /v1/requests}. */
    record Open(
            @NotNull RequestType type,
            @Nullable UUID studentId,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> purposes,

            @Nullable @Size(min = 1, max = 1000) String reason) {}

    /** Body of {@code POST /v1/requests/{id}/confirmation}. */
    record Confirm(@NotNull Boolean consequencesAcknowledged) {}

    /** Body of {@code POST /v1/requests/{id}/extension}. */
    record Extend(
            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String reason) {}

    /** Body of {@code POST /v1/requests/{id}/refusal}. */
    record Refuse(
            @NotNull RefusalGround ground,

            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String text) {}
}
