package vn.edu.privacy.consent.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Test
    void tenComesAfterNineAndWhatHasNoGradeComesLast() {
        assertThat(Stream.of("10A", "Mầm", "9B", "2A", "9A", "10", "1A1", "Chồi", "1234")
                        .sorted(ClassNames.BY_GRADE))
                .containsExactly("1A1", "2A", "9A", "9B", "10", "10A", "1234", "Chồi", "Mầm");
    }
}
