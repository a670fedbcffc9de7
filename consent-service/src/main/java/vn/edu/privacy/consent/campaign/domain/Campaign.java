package vn.edu.privacy.consent.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school asks its families for a school year. A campaign invites and reminds; it grants nothing, and neither does its
 * deadline (Decree 13 art. 11.6). Days are in Asia/Ho_Chi_Minh.
 *
 * @param id of the campaign
 * @param schoolId the school
 * @param schoolYear {@code 2026-2027}
 * @param names by language, {@code vi} and {@code en}; may be empty
 * @param purposes what is asked, by code
 * @param classes whose students are asked about; every class when empty
 * @param opensOn first day
 * @param deadline last day, inclusive
 * @param createdAt when it was made
 * @param closedAt when an officer closed it, if one did
 */
public record Campaign(
        UUID id,
        String schoolId,
        SchoolYear schoolYear,
        Map<String, String> names,
        List<String> purposes,
        List<String> classes,
        LocalDate opensOn,
        LocalDate deadline,
        Instant createdAt,
        @Nullable Instant closedAt) {
    public Campaign {
        names = Map.copyOf(names);
        purposes = List.copyOf(purposes);
        classes = List.copyOf(classes);
    }

    /** Where it stands on that day. */
    public CampaignState stateOn(LocalDate day) {
        if (closedAt != null || day.isAfter(deadline)) {
            return CampaignState.CLOSED;
        }
        return day.isBefore(opensOn) ? CampaignState.PLANNED : CampaignState.OPEN;
    }

    /** Whole days until the deadline; 0 on its day, negative afterwards. */
    public long daysLeft(LocalDate day) {
        return ChronoUnit.DAYS.between(day, deadline);
    }

    /**
     * What the campaign says on that day by itself: the invitation from its first day on, then the last of the reminders
     * whose day has come. One that was missed while nothing ran is made up for, older ones are not. Empty unless it is open.
     *
     * @param reminderDays days before the deadline; those before or on the first day are left out
     */
    public Optional<Step> stepOn(LocalDate day, Collection<Integer> reminderDays) {
        if (stateOn(day) != CampaignState.OPEN) {
            return Optional.empty();
        }
        return Optional.of(reminderDays.stream()
                .filter(before -> deadline.minusDays(before).isAfter(opensOn))
                .filter(before -> !deadline.minusDays(before).isAfter(day))
                .min(Integer::compare)
                .map(Step::daysBefore)
                .orElse(Step.INVITATION));
    }
}
