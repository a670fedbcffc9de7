package vn.edu.privacy.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.edu.privacy.contracts.law.ClockRule.Code;
import vn.edu.privacy.contracts.law.Holidays;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.platform.testing.Rule;

@Rule("R-DL-01")
class ExtensionTest {
    private static final String LAW = "LAW91_2025";
    private static final String REASON = "Công ty xe cần thêm thời gian.";
    private static final Instant RECEIVED = at(LocalDateTime.of(2026, 3, 2, 9, 0));
    private static final Instant NEXT_DAY = at(LocalDateTime.of(2026, 3, 3, 9, 0));

    private final Deadlines deadlines = new Deadlines(Regimes.load(), Holidays.load(), List.of("ND13_2023"));

    /** Times as people in Viet Nam read them; a day that ends at 24:00 is written as 00:00 of the next. */
    @ParameterizedTest(name = "{0}: {1} was {2}, is {3}")
    @CsvSource({
        "ACCESS, FULFIL, 2026-03-13T00:00, 2026-03-24T00:00",
        "ACCESS, FULFIL_WITH_THIRD_PARTY, 2026-03-18T00:00, 2026-03-28T00:00",
        "WITHDRAW, FULFIL, 2026-03-18T00:00, 2026-04-02T00:00",
        "WITHDRAW, FULFIL_WITH_THIRD_PARTY, 2026-03-24T00:00, 2026-04-08T00:00",
    })
    void movesTheTimeToCarryOutByTheDaysOfTheLawAndNoMore(String type, Code code, LocalDateTime was, LocalDateTime is) {
        assertThat(extended(type, NEXT_DAY))
                .filteredOn(clock -> clock.code() == code)
                .extracting(RunningClock::extendedFrom, RunningClock::due)
                .containsExactly(tuple(at(was), at(is)));
    }

    @Test
    void neverMovesTheReplyNorThePromise() {
        assertThat(extended("ACCESS", NEXT_DAY))
                .extracting(RunningClock::code)
                .containsExactlyInAnyOrder(Code.FULFIL, Code.FULFIL_WITH_THIRD_PARTY);
    }

    @Test
    void secondExtensionIsRefused() {
        assertRefused("ACCESS", LAW, extended("ACCESS", NEXT_DAY), NEXT_DAY, ExtensionRefused.Reason.ALREADY_EXTENDED);
    }

    @Test
    void extensionNeedsAReason() {
        assertThatThrownBy(() -> deadlines.extension("ACCESS", LAW, clocks("ACCESS"), " \n", NEXT_DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isRefusedFromTheMomentTheTimeHasRunOut() {
        Instant last = at(LocalDateTime.of(2026, 3, 18, 0, 0));

        assertRefused("ACCESS", LAW, clocks("ACCESS"), last, ExtensionRefused.Reason.TOO_LATE);
        assertThat(deadlines.extendableBy("ACCESS", LAW, clocks("ACCESS"), last.minusNanos(1)))
                .contains(10);
    }

    @Test
    void clockThatHasRunOutStaysAsItRanOut() {
        assertThat(extended("ACCESS", at(LocalDateTime.of(2026, 3, 13, 0, 0))))
                .extracting(RunningClock::code)
                .containsExactly(Code.FULFIL_WITH_THIRD_PARTY);
    }

    @Test
    void whatIsDoneIsNotExtended() {
        List<RunningClock> done = clocks("ACCESS").stream()
                .map(clock -> new RunningClock(clock.code(), clock.due(), clock.article(), NEXT_DAY, null, null))
                .toList();

        assertRefused("ACCESS", LAW, done, NEXT_DAY, ExtensionRefused.Reason.NOTHING_RUNS);
    }

    @Test
    void decree13KnowsNoExtension() {
        assertRefused("ACCESS", "ND13_2023", clocks("ACCESS"), NEXT_DAY, ExtensionRefused.Reason.NOT_PROVIDED);
        assertThat(deadlines.extendableBy("ACCESS", "ND13_2023", clocks("ACCESS"), NEXT_DAY))
                .isEmpty();
    }

    private void assertRefused(
            String type, String regime, List<RunningClock> clocks, Instant now, ExtensionRefused.Reason reason) {
        assertThatThrownBy(() -> deadlines.extension(type, regime, clocks, REASON, now))
                .isInstanceOfSatisfying(
                        ExtensionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(deadlines.extendableBy(type, regime, clocks, now)).isEmpty();
    }

    private List<RunningClock> extended(String type, Instant now) {
        List<RunningClock> clocks = clocks(type);
        return deadlines.extended(deadlines.extension(type, LAW, clocks, REASON, now), clocks);
    }

    private List<RunningClock> clocks(String type) {
        return deadlines.start(type, RECEIVED).clocks();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Deadlines.ZONE).toInstant();
    }
}
