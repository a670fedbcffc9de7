package vn.edu.privacy.consent.classlist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    @ParameterizedTest
    @CsvSource({
        "anh, Đỗ Quang Ánh, true",
        "ÁNH, Đỗ Quang Ánh, true",
        "do quang, Đỗ Quang Ánh, true",
        "quang do, Đỗ Quang Ánh, true",
        "nguyen  minh, Nguyễn Minh Anh, true",
        "đức, Lê Đức Phúc, true",
        "duc, Lê Đức Phúc, true",
        "duc anh, Lê Đức Phúc, false",
        "'', Lê Đức Phúc, true"
    })
    void findsANameWhateverItsAccents(String typed, String name, boolean found) {
        assertThat(Filter.of(null, typed, "", "ALL").finds(name)).isEqualTo(found);
    }

    @Test
    void looksForNothingUntilAClassOrANameIsGiven() {
        assertThat(Filter.of(" ", " ", "school-transport", "ALL").isEmpty()).isTrue();
        assertThat(Filter.of("4A", "", "", "ALL").isEmpty()).isFalse();
        assertThat(Filter.of(null, "anh", "", "ALL").isEmpty()).isFalse();
    }

    @Test
    void showsEverybodyWhenAskedForWhatIsNotKnown() {
        assertThat(Filter.of("4A", "", "", "who-refused").show()).isEqualTo(Filter.Show.ALL);
    }
}
