package vn.edu.privacy.consent.law;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.contracts.law.Regime.DualConsentScope.ALL_PURPOSES;
import static vn.edu.privacy.contracts.law.Regime.DualConsentScope.DISCLOSURE_ONLY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.contracts.law.Regime.DualConsentScope;
import vn.edu.privacy.platform.testing.Rule;

class LawInForceTest {
    private static final LocalDate DECREE = LocalDate.of(2025, 12, 31);
    private static final LocalDate LAW = LocalDate.of(2026, 1, 1);

    @Test
    @Rule("R-CH-20")
    void bothAreAskedAboutEveryPurposeUnlessTheOperatorChoseOtherwiseWhateverTheLawWouldAllow() {
        assertThat(scope(List.of(), ALL_PURPOSES, LAW)).isEqualTo(ALL_PURPOSES);
        assertThat(scope(List.of("ND13_2023"), ALL_PURPOSES, LAW)).isEqualTo(ALL_PURPOSES);
    }

    @Test
    @Rule("R-CH-11")
    void theNarrowerReadingHoldsFromTheDayOfTheLawThatKnowsIt() {
        for (List<String> upheld : List.of(List.<String>of(), List.of("ND13_2023"))) {
            assertThat(scope(upheld, DISCLOSURE_ONLY, LAW)).isEqualTo(DISCLOSURE_ONLY);
            assertThat(scope(upheld, DISCLOSURE_ONLY, DECREE)).isEqualTo(ALL_PURPOSES);
        }
    }

    private static DualConsentScope scope(List<String> upheld, DualConsentScope chosen, LocalDate day) {
        return new LawInForce(upheld, null, chosen).on(day).dualConsentScope();
    }
}
