package vn.edu.privacy.consent.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.edu.privacy.consent.announcement.DecidingAges.Turning;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.contracts.law.Regime.DualConsentScope;
import vn.edu.privacy.contracts.law.Regime.Minor16To17;
import vn.edu.privacy.contracts.law.Regime.Parties;
import vn.edu.privacy.platform.testing.Rule;

class DecidingAgesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID SELF = UUID.randomUUID();
    private static final UUID MOTHER = UUID.randomUUID();
    private static final UUID FATHER = UUID.randomUUID();

    private final DecidingAges ages = ages(Minor16To17.DUAL);

    @Test
    @Rule("R-CH-25")
    void theBirthdaysThatMatterAreThoseOfTheRegime() {
        assertThat(ages.turnings()).extracting(Turning::age).containsExactly(7, 18);
    }

    @ParameterizedTest
    @EnumSource(value = Minor16To17.class, mode = EnumSource.Mode.EXCLUDE, names = "DUAL")
    @Rule("R-CH-25")
    void theSixteenthMattersWhereTheRegimeSaysSo(Minor16To17 setting) {
        assertThat(ages(setting).turnings()).extracting(Turning::age).containsExactly(7, 16, 18);
    }

    @Test
    @Rule("R-CH-25")
    void bornOn29FebruaryTheMoreProtectiveDayIsTold() {
        LocalDate leap = LocalDate.of(2012, 2, 29);
        assertThat(ages.isTurning(leap, LocalDate.of(2019, 2, 28))).isTrue();
        assertThat(ages.isTurning(leap, LocalDate.of(2019, 3, 1))).isFalse();
        assertThat(ages.isTurning(leap, LocalDate.of(2030, 3, 1))).isTrue();
        assertThat(ages.isTurning(leap, LocalDate.of(2030, 2, 28))).isFalse();
        assertThat(ages.isTurning(null, TODAY)).isFalse();
    }

    /** Every birth of seven years against every day of four, leap days among both. */
    @Test
    @Rule("R-CH-25")
    void nobodyWithABirthdayInTheNextThirtyDaysIsBornOutsideOfWhatIsRead() {
        for (Turning turning : ages.turnings()) {
            LocalDate first = LocalDate.of(2023, 1, 1);
            for (LocalDate today = first; today.getYear() < 2029; today = today.plusDays(1)) {
                LocalDate until = today.plusDays(30);
                LocalDate birth = today.minusYears(turning.age()).minusDays(5);
                for (int i = 0; i < 45; i++, birth = birth.plusDays(1)) {
                    LocalDate birthday = turning.on(birth);
                    if (birthday.isAfter(today) && !birthday.isAfter(until)) {
                        assertThat(birth)
                                .isAfterOrEqualTo(turning.firstBirth(today))
                                .isBeforeOrEqualTo(turning.lastBirth(until));
                    }
                }
            }
        }
    }

    @Test
    void guardiansInForceAndTheStudentsOwnLoginAreConcerned() {
        assertThat(ages.concerned(student(6, SELF), TODAY)).containsExactlyInAnyOrder(SELF, MOTHER);
        assertThat(ages.concerned(student(6, null), TODAY)).containsExactly(MOTHER);
        assertThat(ages.concerned(student(17, SELF), TODAY)).containsExactlyInAnyOrder(SELF, MOTHER);
    }

    @Test
    @Rule("R-CH-24")
    void anAdultsGuardiansAreNot() {
        assertThat(ages.concerned(student(18, SELF), TODAY)).containsExactly(SELF);
        assertThat(ages.concerned(student(18, null), TODAY)).isEmpty();
    }

    @Test
    void whoIsTooYoungToDecideIsNotReminded() {
        assertThat(ages.deciding(student(6, SELF), TODAY)).containsExactly(MOTHER);
        assertThat(ages.deciding(student(7, SELF), TODAY)).containsExactlyInAnyOrder(SELF, MOTHER);
    }

    /** Of that age today; the father's relation has ended. */
    private static StudentFacts student(int age, @Nullable UUID login) {
        LocalDate birth = TODAY.minusYears(age);
        return new StudentFacts(
                UUID.randomUUID(),
                "hoa-sen",
                login,
                birth,
                true,
                List.of(),
                List.of(
                        new Guardianship(MOTHER, Capacity.MOTHER, birth, null, null, null),
                        new Guardianship(FATHER, Capacity.FATHER, birth, TODAY, null, null)));
    }

    private static DecidingAges ages(Minor16To17 setting) {
        return new DecidingAges(new Parties(7, 18, DualConsentScope.ALL_PURPOSES, setting));
    }
}
