package vn.edu.privacy.consent.paper.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormNumberTest {
    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final Random random = new Random(20261125);

    @Test
    void isPrintedInGroupsAndReadBackHoweverItIsTypedOrScanned() {
        FormNumber number = FormNumber.next(random);

        assertThat(number.toString()).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
        for (String typed : Set.of(
                number.toString(),
                number.value(),
                " " + number.toString().toLowerCase(Locale.ROOT).replace('-', ' ') + " ",
                "https://truong.example.vn/consents/paper/forms/" + number + "/")) {
            assertThat(FormNumber.read(typed)).as(typed).contains(number);
        }
    }

    @Test
    void noticesEveryMistypedSymbol() {
        for (int sample = 0; sample < 200; sample++) {
            String number = FormNumber.next(random).value();
            for (int at = 0; at < number.length(); at++) {
                for (char other : SYMBOLS.toCharArray()) {
                    if (other != number.charAt(at)) {
                        String mistyped = number.substring(0, at) + other + number.substring(at + 1);
                        assertThat(FormNumber.read(mistyped)).as(mistyped).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void noticesEveryTwoSymbolsThatChangedPlaces() {
        for (int sample = 0; sample < 500; sample++) {
            char[] number = FormNumber.next(random).value().toCharArray();
            for (int one = 0; one < number.length; one++) {
                for (int other = one + 1; other < number.length; other++) {
                    if (number[one] != number[other]) {
                        assertThat(FormNumber.read(swapped(number, one, other))).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void isNoNumberWhenItIsEmptyTooLongOrHoldsWhatTheEyeConfuses() {
        String number = FormNumber.next(random).value();

        for (String typed : Set.of("", "/", "-", number + "2", number.substring(1), "0".repeat(12), "O".repeat(12))) {
            assertThat(FormNumber.read(typed)).as(typed).isEmpty();
        }
        assertThatThrownBy(() -> new FormNumber("ILO0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotRepeatItself() {
        Set<String> numbers = new HashSet<>();
        for (int at = 0; at < 10_000; at++) {
            numbers.add(FormNumber.next(random).value());
        }

        assertThat(numbers).hasSize(10_000);
    }

    private static String swapped(char[] number, int one, int other) {
        char[] swapped = number.clone();
        swapped[one] = number[other];
        swapped[other] = number[one];
        return new String(swapped);
    }
}
