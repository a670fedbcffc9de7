package vn.edu.privacy.consent.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.edu.privacy.consent.campaign.domain.CampaignPlan.Flaw;

class CampaignTest {
    private static final List<Integer> REMINDERS = List.of(14, 7, 1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-09, PLANNED",
        "2026-11-10, OPEN",
        "2026-12-31, OPEN",
        "2027-01-01, CLOSED",
    })
    void goesForwardOnly(LocalDate day, CampaignState state) {
        assertThat(campaign("2026-11-10", null).stateOn(day)).isEqualTo(state);
        assertThat(campaign("2026-11-10", Instant.EPOCH).stateOn(day)).isEqualTo(CampaignState.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10, INVITATION",
        "2026-12-16, INVITATION",
        "2026-12-17, REMINDER-14",
        "2026-12-23, REMINDER-14",
        "2026-12-24, REMINDER-7",
        "2026-12-30, REMINDER-1",
        "2026-12-31, REMINDER-1",
    })
    void saysTheLastThingWhoseDayHasCome(LocalDate day, String step) {
        assertThat(campaign("2026-11-10", null).stepOn(day, REMINDERS))
                .map(Step::name)
                .hasValue(step);
    }

    @Test
    void saysNothingBeforeItOpensAndNothingAfterItsDeadline() {
        Campaign campaign = campaign("2026-11-10", null);

        assertThat(campaign.stepOn(LocalDate.of(2026, 11, 9), REMINDERS)).isEmpty();
        assertThat(campaign.stepOn(LocalDate.of(2027, 1, 1), REMINDERS)).isEmpty();
    }

    @Test
    void leavesOutRemindersThatItsFirstDayHasOvertaken() {
        assertThat(campaign("2026-12-24", null).stepOn(LocalDate.of(2026, 12, 24), REMINDERS))
                .hasValue(Step.INVITATION);
        assertThat(campaign("2026-12-24", null).stepOn(LocalDate.of(2026, 12, 30), REMINDERS))
                .map(Step::name)
                .hasValue("REMINDER-1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-2027, 2026-11-25, 2026-12-31,",
        "2026-2028, 2026-11-25, 2026-12-31, NO_SCHOOL_YEAR",
        "2026-2027, 2026-11-24, 2026-12-31, OPENS_IN_THE_PAST",
        "2026-2027, 2026-11-26, 2026-11-25, DEADLINE_BEFORE_OPENING",
        "2026-2027, 2026-11-25, 2027-08-01, OUTSIDE_THE_SCHOOL_YEAR",
        "2027-2028, 2026-11-25, 2026-12-31, OUTSIDE_THE_SCHOOL_YEAR",
    })
    void aPlanMustMakeSense(String year, LocalDate opensOn, LocalDate deadline, @Nullable Flaw flaw) {
        CampaignPlan plan = new CampaignPlan(year, Map.of(), List.of("trip"), List.of(), opensOn, deadline);

        assertThat(plan.flaw(LocalDate.of(2026, 11, 25)).orElse(null)).isEqualTo(flaw);
    }

    private static Campaign campaign(String opensOn, @Nullable Instant closedAt) {
        return new Campaign(
                UUID.randomUUID(),
                "hoa-sen",
                new SchoolYear(2026),
                Map.of(),
                List.of("trip"),
                List.of(),
                LocalDate.parse(opensOn),
                LocalDate.of(2026, 12, 31),
                Instant.EPOCH,
                closedAt);
    }
}
