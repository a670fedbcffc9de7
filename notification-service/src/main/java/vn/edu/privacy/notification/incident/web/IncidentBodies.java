package vn.edu.privacy.notification.incident.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.Contents;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Harm;
import vn.edu.privacy.notification.incident.domain.Nature;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.Step;

/** What is sent to the violations' API. */
final class IncidentBodies {
    static final int LONGEST = 4000;
    private static final String CODE = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";

    private IncidentBodies() {}

    /** Body of {@code POST /v1/incidents}. */
    record Register(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String schoolId,

            @NotNull Nature nature,
            @NotNull @Size(min = 1, max = 8) List<@NotNull DataKind> kinds,
            @Nullable Instant occurredAt,
            @NotNull Instant detectedAt,

            @Nullable @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String holder,

            @Nullable Instant holderReportedAt,

            @NotNull @Size(min = 1, max = LONGEST) @Pattern(regexp = "(?s).*\\S.*")
            String act) {
        Contents contents() {
            return new Contents(Map.of(Content.ACT, act));
        }
    }

    /** Body of {@code POST /v1/incidents/{id}/assessment}. */
    record Assess(
            @NotNull @Size(max = 5) List<@NotNull Harm> harm,
            @NotNull @Size(min = 1, max = 8) List<@NotNull DataKind> kinds,
            @Nullable Instant occurredAt,
            @Nullable @Size(max = LONGEST) String act,
            @Nullable @Size(max = LONGEST) String place,
            @Nullable @Size(max = LONGEST) String parties,
            @Nullable @Size(max = LONGEST) String quantity,
            @Nullable @Size(max = LONGEST) String detection,
            @Nullable @Size(max = LONGEST) String consequences,
            @Nullable @Size(max = LONGEST) String measures,
            @Nullable @Size(max = LONGEST) String guidance) {
        Contents contents() {
            EnumMap<Content, String> parts = new EnumMap<>(Content.class);
            put(parts, Content.ACT, act);
            put(parts, Content.PLACE, place);
            put(parts, Content.PARTIES, parties);
            put(parts, Content.QUANTITY, quantity);
            put(parts, Content.DETECTION, detection);
            put(parts, Content.CONSEQUENCES, consequences);
            put(parts, Content.MEASURES, measures);
            put(parts, Content.GUIDANCE, guidance);
            return new Contents(parts);
        }

        private static void put(Map<Content, String> parts, Content part, @Nullable String text) {
            if (text != null) {
                parts.put(part, text);
            }
        }
    }

    /** Body of {@code POST /v1/incidents/{id}/notifications}. */
    record Notify(
            @NotNull Instant sentAt,
            Phase.@NotNull Way sentTo,
            @NotNull Boolean complete,
            @Nullable @Size(min = 1, max = LONGEST) String lateReasons) {}

    /** Body of {@code POST /v1/incidents/{id}/steps}. */
    record Take(
            @NotNull Step step,
            @NotNull Instant at,
            @Nullable @Size(min = 1, max = 500) String note) {}

    /** Body of {@code POST /v1/incidents/{id}/remedy}. */
    record Remedy(@NotNull Instant remediedAt) {}

    /** Body of {@code PUT /v1/incidents/{id}/affected}. */
    record Name(
            @Nullable @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String schoolId,

            @Nullable @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String purpose,

            @Nullable @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String dataCategory,

            @Nullable @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String holder) {}
}
