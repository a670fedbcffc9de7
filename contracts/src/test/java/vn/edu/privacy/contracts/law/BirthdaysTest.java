package vn.edu.privacy.contracts.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BirthdaysTest {
    private static final LocalDate LEAPLING = LocalDate.of(2020, 2, 29);

    @Test
    @Rule("R-CH-25")
    void bornOnTheTwentyNinthOfFebruaryTheMoreProtectiveDayCounts() {
        assertThat(Birthdays.childDecidesOn(LEAPLING, 7)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(Birthdays.adultOn(LEAPLING, 18)).isEqualTo(LocalDate.of(2038, 3, 1));
    }

    @Test
    void aLeapYearHasTheDayItself() {
        assertThat(Birthdays.childDecidesOn(LEAPLING, 8)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Birthdays.adultOn(LEAPLING, 20)).isEqualTo(LocalDate.of(2040, 2, 29));
    }

    @Test
    void everyOtherBirthdayIsItself() {
        assertThat(Birthdays.adultOn(LocalDate.of(2008, 3, 12), 18)).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(Birthdays.adultOn(LocalDate.of(2008, 2, 28), 18)).isEqualTo(LocalDate.of(2026, 2, 28));
    }
}
