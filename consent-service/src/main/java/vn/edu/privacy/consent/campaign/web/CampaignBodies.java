package vn.edu.privacy.consent.campaign.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.CampaignPlan;
import vn.edu.privacy.consent.campaign.domain.CampaignState;
import vn.edu.privacy.consent.campaign.domain.Coverage;
import vn.edu.privacy.consent.campaign.domain.Tally;

/** What campaigns say and are told over HTTP. */
final class CampaignBodies {
    private CampaignBodies() {}

    /** Body of {@code POST /v1/campaigns}. */
    record Plan(
            @NotNull @Pattern(regexp = "20[0-9]{2}-20[0-9]{2}")
            String schoolYear,

            @Nullable @Valid Name name,

            @NotNull @Size(min = 1, max = 50)
            List<@NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> purposes,

            @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 20) String> classes,
            @NotNull LocalDate opensOn,
            @NotNull LocalDate deadline) {

        CampaignPlan plan() {
            return new CampaignPlan(
                    schoolYear,
                    name == null ? Map.of() : name.texts(),
                    purposes,
                    classes == null ? List.of() : classes,
                    opensOn,
                    deadline);
        }
    }

    /** A campaign's name by language. */
    record Name(
            @Nullable @Size(min = 1, max = 120) String vi,
            @Nullable @Size(min = 1, max = 120) String en) {

        Map<String, String> texts() {
            Map<String, String> texts = new HashMap<>();
            if (vi != null) {
                texts.put("vi", vi);
            }
            if (en != null) {
                texts.put("en", en);
            }
            return texts;
        }
    }

    /** A campaign. */
    record One(
            UUID id,
            String schoolId,
            String schoolYear,
            @Nullable Name name,
            CampaignState state,
            List<String> purposes,
            List<String> classes,
            LocalDate opensOn,
            LocalDate deadline,
            Instant createdAt,
            @Nullable Instant closedAt) {

        static One of(Campaign campaign, LocalDate today) {
            Map<String, String> names = campaign.names();
            return new One(
                    campaign.id(),
                    campaign.schoolId(),
                    campaign.schoolYear().name(),
                    names.isEmpty() ? null : new Name(names.get("vi"), names.get("en")),
                    campaign.stateOn(today),
                    campaign.purposes(),
                    campaign.classes(),
                    campaign.opensOn(),
                    campaign.deadline(),
                    campaign.createdAt(),
                    campaign.closedAt());
        }
    }

    /** Campaigns, newest first. */
    record Many(List<One> items) {}

    /** Answer of {@code POST /v1/campaigns/{id}/reminders}. */
    record Reminding(Instant nextPossibleAt) {}

    /** Answer of {@code GET /v1/campaigns/{id}/coverage}. */
    record Covered(UUID campaignId, Instant at, List<Figures> total, List<OfClass> classes) {

        static Covered of(Campaign campaign, ReadCoverage.Counted counted) {
            Coverage coverage = counted.coverage();
            return new Covered(
                    campaign.id(),
                    counted.at(),
                    figures(coverage.purposes(), coverage.total()),
                    coverage.rows().stream()
                            .map(row -> new OfClass(row.className(), figures(coverage.purposes(), row)))
                            .toList());
        }

        private static List<Figures> figures(List<String> purposes, Coverage.Row row) {
            return IntStream.range(0, purposes.size())
                    .mapToObj(column ->
                            Figures.of(purposes.get(column), row.figures().get(column)))
                    .toList();
        }
    }

    /** One class. */
    record OfClass(String className, List<Figures> purposes) {}

    /** The figures for one purpose; none where they would point to persons. */
    record Figures(
            String purpose,
            boolean shown,
            @Nullable Integer students,
            @Nullable Integer permitted,
            @Nullable Integer refused,
            @Nullable Integer waiting) {

        static Figures of(String purpose, Optional<Tally> tally) {
            return tally.map(found -> new Figures(
                            purpose, true, found.students(), found.permitted(), found.refused(), found.waiting()))
                    .orElseGet(() -> new Figures(purpose, false, null, null, null, null));
        }
    }
}
