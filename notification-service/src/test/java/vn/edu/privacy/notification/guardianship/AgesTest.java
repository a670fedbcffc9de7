package vn.edu.privacy.notification.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.platform.testing.Rule;

class AgesTest {
    private static final LocalDate LEAPLING = LocalDate.of(2020, 2, 29);

    private final Ages ages = new Ages(7, 18);

    @Test
    @Rule({"R-CH-24", "R-CH-25"})
    void aLeaplingActsFromTheTwentyEighthAndAloneFromTheFirstOfMarch() {
        assertThat(ages.mayAct(LEAPLING, LocalDate.of(2027, 2, 27))).isFalse();
        assertThat(ages.mayAct(LEAPLING, LocalDate.of(2027, 2, 28))).isTrue();
        assertThat(ages.isAdult(LEAPLING, LocalDate.of(2038, 2, 28))).isFalse();
        assertThat(ages.isAdult(LEAPLING, LocalDate.of(2038, 3, 1))).isTrue();
    }

    @Test
    void nobodyIsOfAgeWithoutABirthDate() {
        assertThat(ages.mayAct(null, LocalDate.of(2027, 2, 28))).isFalse();
        assertThat(ages.isAdult(null, LocalDate.of(2027, 2, 28))).isFalse();
    }
}
