package vn.edu.privacy.contracts.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.edu.privacy.contracts.law.ClockRule.Code;
import vn.edu.privacy.contracts.law.ClockRule.Unit;

class RegimesTest {
    private final Regimes regimes = Regimes.load();

    @Test
    @Rule("R-REG-01")
    void theRegimeChangesOnTheFirstOfJanuary2026() {
        assertThat(regimes.inForce(LocalDate.of(2025, 12, 31)).id()).isEqualTo("ND13_2023");
        assertThat(regimes.inForce(LocalDate.of(2026, 1, 1)).id()).isEqualTo("LAW91_2025");
        assertThatThrownBy(() -> regimes.inForce(LocalDate.of(2023, 6, 30)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Rule("R-REG-04")
    void anUpheldRegimeAddsItsPromise() {
        List<ClockRule> access = regimes.clocks("ACCESS", LocalDate.of(2026, 11, 24), List.of("ND13_2023"));
        assertThat(access)
                .extracting(ClockRule::code, ClockRule::amount, ClockRule::unit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Code.ACKNOWLEDGE, 2, Unit.WORKING_DAYS),
                        org.assertj.core.groups.Tuple.tuple(Code.FULFIL, 10, Unit.DAYS),
                        org.assertj.core.groups.Tuple.tuple(Code.FULFIL_WITH_THIRD_PARTY, 15, Unit.DAYS),
                        org.assertj.core.groups.Tuple.tuple(Code.PROMISE, 72, Unit.HOURS));
    }

    @Test
    void nothingIsPromisedTwiceUnderTheUpheldRegimeItself() {
        assertThat(regimes.clocks("ACCESS", LocalDate.of(2025, 12, 31), List.of("ND13_2023")))
                .extracting(ClockRule::code)
                .containsExactly(Code.FULFIL);
    }

    @Test
    @Rule({"R-CH-11", "R-CH-20"})
    void theStricterPartiesHold() {
        assertThat(regimes.parties(LocalDate.of(2026, 11, 24), List.of("ND13_2023"))
                        .dualConsentScope())
                .isEqualTo(Regime.DualConsentScope.ALL_PURPOSES);
        assertThat(regimes.parties(LocalDate.of(2026, 11, 24), List.of()).dualConsentScope())
                .isEqualTo(Regime.DualConsentScope.DISCLOSURE_ONLY);
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAW, 15", "RESTRICT, 15", "OBJECT, 15", "ACCESS, 10", "RECTIFY, 10", "PROVIDE, 10", "DELETE, 20"})
    void theLawInForceKnowsOneExtensionAndDecree13None(String type, int days) {
        assertThat(regimes.byId("LAW91_2025").extension(type)).hasValueSatisfying(rule -> {
            assertThat(rule.days()).isEqualTo(days);
            assertThat(rule.article()).startsWith("Điều 5.");
        });
        assertThat(regimes.byId("ND13_2023").extension(type)).isEmpty();
    }

    @Test
    @Rule("R-DL-05")
    void tetIsNotAWorkingDayAndASwappedSaturdayIs() {
        Holidays holidays = Holidays.load();
        assertThat(holidays.isWorkingDay(LocalDate.of(2026, 2, 17))).isFalse();
        assertThat(holidays.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
        assertThat(holidays.isWorkingDay(LocalDate.of(2026, 11, 24))).isTrue();
        assertThat(holidays.isWorkingDay(LocalDate.of(2026, 11, 28))).isFalse();
        assertThat(holidays.knows(2027)).isTrue();
        assertThat(holidays.knows(2030)).isFalse();
    }

    @Test
    @Rule("R-BR-12")
    void eachRegimeCountsAViolationFromItsOwnMoment() {
        List<BreachRule> rules = regimes.breach(LocalDate.of(2026, 11, 25), List.of("ND13_2023"));

        assertThat(rules)
                .extracting(
                        BreachRule::regime,
                        rule -> rule.authority().hours(),
                        rule -> rule.authority().from())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("LAW91_2025", 72, BreachRule.From.DETECTION),
                        org.assertj.core.groups.Tuple.tuple("ND13_2023", 72, BreachRule.From.OCCURRENCE));
        assertThat(regimes.breach(LocalDate.of(2025, 12, 31), List.of("ND13_2023")))
                .extracting(BreachRule::regime)
                .containsExactly("ND13_2023");
        assertThat(regimes.breach(LocalDate.of(2026, 1, 1), List.of()))
                .extracting(BreachRule::regime)
                .containsExactly("LAW91_2025");
    }

    @Test
    @Rule("R-BR-11")
    void onlyTheLawInForceHasPeopleToldAndTheFileKept() {
        BreachRule law = regimes.byId("LAW91_2025").breach();
        assertThat(law.people()).hasValueSatisfying(people -> {
            assertThat(people.limit().hours()).isEqualTo(72);
            assertThat(people.kinds()).containsExactlyInAnyOrder("LOCATION", "BIOMETRIC");
        });
        assertThat(law.keepFileYears()).isEqualTo(5);
        assertThat(regimes.byId("ND13_2023").breach().people()).isEmpty();
        assertThat(regimes.byId("ND13_2023").breach().lateReasons()).isTrue();
        assertThat(regimes.byId("ND13_2023").breach().onlyWhereHarmful()).isFalse();
    }
}
