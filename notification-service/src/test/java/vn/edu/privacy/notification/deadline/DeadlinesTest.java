package vn.edu.privacy.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.edu.privacy.contracts.law.ClockRule.Code;
import vn.edu.privacy.contracts.law.Holidays;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.platform.testing.Rule;

class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines(Regimes.load(), Holidays.load(), List.of("ND13_2023"));

    /** Times as people in Viet Nam read them; a day that ends at 24:00 is written as 00:00 of the next. */
    @ParameterizedTest(name = "{0} received {1}: {2} due {3} ({4})")
    @CsvSource({
        "ACCESS, 2026-03-06T16:30, PROMISE, 2026-03-09T16:30, hours run through the weekend",
        "ACCESS, 2026-03-02T09:00, FULFIL, 2026-03-13T00:00, first day not counted and last day whole",
        "ACCESS, 2026-03-02T00:00, FULFIL, 2026-03-13T00:00, at midnight it is that day",
        "ACCESS, 2026-03-01T23:59, FULFIL, 2026-03-12T00:00, a minute before midnight it is the day before",
        "ACCESS, 2026-03-05T09:00, FULFIL, 2026-03-17T00:00, a last day on Sunday gives way to Monday",
        "ACCESS, 2026-03-02T09:00, FULFIL_WITH_THIRD_PARTY, 2026-03-18T00:00, fifteen days with a third party",
        "ACCESS, 2026-03-06T16:30, ACKNOWLEDGE, 2026-03-11T00:00, two working days after a Friday",
        "ACCESS, 2026-03-07T10:00, ACKNOWLEDGE, 2026-03-11T00:00, received on a Saturday",
        "ACCESS, 2026-02-13T10:00, ACKNOWLEDGE, 2026-02-25T00:00, Tet is not counted",
        "ACCESS, 2026-02-13T10:00, PROMISE, 2026-02-16T10:00, hours do not roll over Tet",
        "ACCESS, 2026-02-06T10:00, FULFIL, 2026-02-24T00:00, a last day in Tet gives way to the first working day",
        "ACCESS, 2026-12-31T10:00, PROMISE, 2027-01-03T10:00, over the year's end",
        "ACCESS, 2028-02-26T08:00, PROMISE, 2028-02-29T08:00, hours end on a leap day",
        "ACCESS, 2028-02-18T08:00, FULFIL, 2028-02-29T00:00, ten days end before a leap day",
        "ACCESS, 2028-02-19T08:00, FULFIL, 2028-03-01T00:00, ten days end on a leap day",
        "ACCESS, 2027-02-19T08:00, FULFIL, 2027-03-02T00:00, and on 1 March where there is none",
        "ACCESS, 2027-02-04T16:00, ACKNOWLEDGE, 2027-02-12T00:00, two working days around Tet of the next year",
        "ACCESS, 2026-12-30T16:00, ACKNOWLEDGE, 2027-01-05T00:00, a holiday and a weekend at the year's end",
        "DELETE, 2026-12-12T10:00, FULFIL, 2027-01-05T00:00, a last day on New Year gives way to Monday",
        "ACCESS, 2026-08-20T10:00, ACKNOWLEDGE, 2026-08-23T00:00, a Saturday swapped in is a working day",
        "WITHDRAW, 2026-03-02T09:00, ACKNOWLEDGE, 2026-03-05T00:00, two working days",
        "WITHDRAW, 2026-03-02T09:00, FULFIL, 2026-03-18T00:00, fifteen days",
        "WITHDRAW, 2026-03-02T09:00, FULFIL_WITH_THIRD_PARTY, 2026-03-24T00:00, twenty days roll from Sunday",
        "WITHDRAW, 2026-03-02T09:00, PROMISE, 2026-03-05T09:00, as Decree 13 promised",
    })
    @Rule({"R-WD-07", "R-DL-03", "R-DL-04", "R-DL-05", "R-REG-04"})
    void countsAsTheCivilCodeDoes(String type, LocalDateTime received, Code code, LocalDateTime due, String why) {
        assertThat(due(type, received, code)).as(why).isEqualTo(at(due));
    }

    @Test
    @Rule({"R-REG-01", "R-REG-03"})
    void aRequestKeepsTheRegimeOfTheDayItWasReceived() {
        StartedClocks lastMinute = deadlines.start("ACCESS", at(LocalDateTime.of(2025, 12, 31, 23, 59)));
        StartedClocks newYear = deadlines.start("ACCESS", at(LocalDateTime.of(2026, 1, 1, 0, 0)));

        assertThat(lastMinute.regime()).isEqualTo("ND13_2023");
        assertThat(lastMinute.clocks()).extracting(RunningClock::code).containsExactly(Code.FULFIL);
        assertThat(lastMinute.clocks().getFirst().due()).isEqualTo(at(LocalDateTime.of(2026, 1, 3, 23, 59)));
        assertThat(newYear.regime()).isEqualTo("LAW91_2025");
        assertThat(newYear.clocks())
                .extracting(RunningClock::code)
                .containsExactlyInAnyOrder(Code.ACKNOWLEDGE, Code.FULFIL, Code.FULFIL_WITH_THIRD_PARTY, Code.PROMISE);
    }

    /** A request of 2 March 2026, 9:00, that stood still from 4 March, 22:00, until the time given. */
    @ParameterizedTest(name = "{0} going on {1}: due {2} ({3})")
    @CsvSource({
        "PROMISE, 2026-03-04T23:30, 2026-03-05T10:30, hours are later by exactly as long",
        "PROMISE, 2026-03-09T22:00, 2026-03-10T09:00, through a weekend too",
        "FULFIL, 2026-03-04T23:59, 2026-03-13T00:00, no midnight has passed",
        "FULFIL, 2026-03-05T00:01, 2026-03-14T00:00, one midnight has passed",
        "FULFIL, 2026-03-06T10:00, 2026-03-17T00:00, a last day on a Saturday gives way to Monday",
    })
    @Rule({"R-DL-03", "R-DL-05"})
    void whatStoodStillGoesOnLater(Code code, LocalDateTime goesOn, LocalDateTime due, String why) {
        Instant received = at(LocalDateTime.of(2026, 3, 2, 9, 0));
        Instant paused = at(LocalDateTime.of(2026, 3, 4, 22, 0));
        List<RunningClock> standing = deadlines.start("ACCESS", received).clocks().stream()
                .map(clock -> new RunningClock(clock.code(), clock.due(), clock.article(), null, null, paused))
                .toList();

        List<RunningClock> running = deadlines.resumed("ACCESS", received, standing, at(goesOn));

        assertThat(running)
                .allSatisfy(clock -> assertThat(clock.pausedAt()).isNull())
                .filteredOn(clock -> clock.code() == code)
                .extracting(RunningClock::due)
                .as(why)
                .containsExactly(at(due));
    }

    @Test
    void noDeadlineComesEarlierForHavingStoodStillAndNoneMovesByMoreThanTheStandstillAndAHoliday() {
        Random random = new Random(20260302);
        for (int round = 0; round < 2_000; round++) {
            Instant received = at(LocalDateTime.of(2026, 1, 1, 0, 0)).plusSeconds(random.nextInt(300 * 24 * 3600));
            Instant paused = received.plusSeconds(random.nextInt(48 * 3600));
            Duration standstill = Duration.ofSeconds(random.nextInt(12 * 24 * 3600));
            List<RunningClock> standing = deadlines.start("DELETE", received).clocks().stream()
                    .map(clock -> new RunningClock(clock.code(), clock.due(), clock.article(), null, null, paused))
                    .toList();

            List<RunningClock> running = deadlines.resumed("DELETE", received, standing, paused.plus(standstill));

            for (int each = 0; each < standing.size(); each++) {
                assertThat(Duration.between(
                                standing.get(each).due(), running.get(each).due()))
                        .isBetween(Duration.ZERO, standstill.plus(Duration.ofDays(11)));
            }
        }
    }

    @Test
    void withoutUpheldRegimesOnlyTheLawInForceCounts() {
        Deadlines lawOnly = new Deadlines(Regimes.load(), Holidays.load(), List.of());

        assertThat(lawOnly.start("ACCESS", at(LocalDateTime.of(2026, 3, 2, 9, 0)))
                        .clocks())
                .extracting(RunningClock::code)
                .doesNotContain(Code.PROMISE);
    }

    @Test
    void everyClockNamesItsArticle() {
        assertThat(deadlines
                        .start("WITHDRAW", at(LocalDateTime.of(2026, 3, 2, 9, 0)))
                        .clocks())
                .allSatisfy(clock -> assertThat(clock.article()).startsWith("Điều"));
    }

    private Instant due(String type, LocalDateTime received, Code code) {
        return deadlines.start(type, at(received)).clocks().stream()
                .filter(clock -> clock.code() == code)
                .map(RunningClock::due)
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Deadlines.ZONE).toInstant();
    }
}
