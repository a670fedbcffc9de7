package vn.edu.privacy.consent.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.contracts.law.Regime;
import vn.edu.privacy.platform.testing.Rule;

class AuthorityTest {
    private static final UUID SELF = new UUID(0, 1);
    private static final UUID MOTHER = new UUID(0, 2);
    private static final UUID FATHER = new UUID(0, 3);
    private static final LocalDate START = LocalDate.of(2016, 3, 12);
    private static final LocalDate SUSPENDED = LocalDate.of(2026, 2, 1);
    private static final LocalDate RESTORED = LocalDate.of(2026, 5, 1);
    private static final StudentFacts STUDENT = new StudentFacts(
            new UUID(0, 9),
            "hoa-sen",
            SELF,
            START,
            true,
            List.of(),
            List.of(
                    new Guardianship(MOTHER, Capacity.MOTHER, START, RESTORED, null, null),
                    new Guardianship(FATHER, Capacity.FATHER, START, null, SUSPENDED, RESTORED)));

    @Test
    @Rule("R-CH-22")
    void relationEndsOnItsLastDay() {
        assertThat(Authority.of(STUDENT, MOTHER, false, RESTORED.minusDays(1))).contains(Capacity.MOTHER);
        assertThat(Authority.of(STUDENT, MOTHER, false, RESTORED)).isEmpty();
    }

    @Test
    @Rule("R-CH-23")
    void suspendedGuardianMayNotActUntilRestored() {
        assertThat(Authority.of(STUDENT, FATHER, false, SUSPENDED.minusDays(1))).contains(Capacity.FATHER);
        assertThat(Authority.of(STUDENT, FATHER, false, SUSPENDED)).isEmpty();
        assertThat(Authority.of(STUDENT, FATHER, false, RESTORED)).contains(Capacity.FATHER);
    }

    @Test
    @Rule("R-CH-24")
    void adultActsAlone() {
        assertThat(Authority.of(STUDENT, FATHER, true, RESTORED)).isEmpty();
        assertThat(Authority.of(STUDENT, SELF, true, RESTORED)).contains(Capacity.SELF);
    }

    @Test
    void strangerMayNotAct() {
        assertThat(Authority.of(STUDENT, new UUID(0, 4), false, RESTORED)).isEmpty();
    }

    @Test
    @Rule({"R-CH-24", "R-CH-25"})
    void majorityBeginsOnTheBirthdayAndOnTheFirstOfMarchForALeapDay() {
        Majority majority =
                new Majority(new LawInForce(List.of("ND13_2023"), null, Regime.DualConsentScope.ALL_PURPOSES));
        LocalDate born = LocalDate.of(2008, 11, 24);
        assertThat(majority.reached(born, LocalDate.of(2026, 11, 23))).isFalse();
        assertThat(majority.reached(born, LocalDate.of(2026, 11, 24))).isTrue();
        LocalDate leap = LocalDate.of(2008, 2, 29);
        assertThat(majority.reached(leap, LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(majority.reached(leap, LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(majority.reached(null, LocalDate.of(2026, 3, 1))).isFalse();
    }
}
