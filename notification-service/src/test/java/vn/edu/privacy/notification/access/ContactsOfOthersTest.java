package vn.edu.privacy.notification.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.edu.privacy.notification.access.HeldData.Item;
import vn.edu.privacy.notification.access.HeldData.Taken;

class ContactsOfOthersTest {
    @ParameterizedTest
    @CsvSource({
        "guardian-phone, Điện thoại, 0903 123 456",
        "contact, Điện thoại của cha, 0903.123.456",
        "note, Địa chỉ của mẹ, 12 Lê Lợi",
        "emergency-contact, Liên hệ khẩn cấp, bà ngoại ở nhà bên",
        "x, Zalo phụ huynh, conan.ba",
        "family-address, Nơi ở, 5 Trần Phú",
        "parent-email, Hòm thư, ba@example.vn"
    })
    void whatTellsByItsNameHowToReachSomebodyElseIsTakenOutWhole(String category, String label, String value) {
        assertThat(takenOut(category, label, value, null)).isEqualTo(item(category, label, "", null, Taken.ALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0903123456", "+84 903 123 456", "84903123456", "ba.nguyen@example.vn", "(+1) 650 253 0000"})
    void whatTheHolderCallsAnothersIsTakenOutWholeWhenItHoldsAContact(String contact) {
        assertThat(takenOut("note", "Ghi chú", "Gọi " + contact + " khi trễ", true)
                        .taken())
                .isEqualTo(Taken.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "Mẹ: 0903 123 456 sau 17 giờ, Mẹ: ••• sau 17 giờ",
        "+84-903-123-456, •••",
        "ba@example.vn hoặc 0283.123.4567, ••• hoặc •••"
    })
    void numbersAndAddressesInOtherTextAreHidden(String value, String shown) {
        assertThat(takenOut("note", "Ghi chú", value, null))
                .isEqualTo(item("note", "Ghi chú", shown, null, Taken.PART));
    }

    @ParameterizedTest
    @CsvSource({
        "student-phone, Điện thoại, 0903 123 456",
        "student-email, Thư điện tử, hs@example.vn",
        "health-insurance-number, Mã số thẻ, 0123456789",
        "home-address, Địa chỉ, 12 Lê Lợi",
        "citizen-id, Số định danh, 079212345678",
        "note, Ghi chú, Sinh ngày 12/03/2016 tại 79",
        "marks, Điểm, 8.5 9.0 10 7.25",
        "class-name, Lớp, 4A"
    })
    void whatIsTheStudentsOwnStays(String category, String label, String value) {
        assertThat(takenOut(category, label, value, null)).isEqualTo(item(category, label, value, null, null));
    }

    @Test
    void whatIsAboutAnotherButTellsNoContactIsLeftToTheOfficer() {
        assertThat(takenOut("note", "Ghi chú", "Đánh nhau với bạn Bình", true))
                .isEqualTo(item("note", "Ghi chú", "Đánh nhau với bạn Bình", true, null));
    }

    @Test
    void theLongestAnswerThatTheContractAllowsIsReadAtOnce() {
        String longest = "ữ".repeat(4000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int item = 0; item < 1000; item++) {
                assertThat(takenOut("note", "Ghi chú", longest, null).taken()).isNull();
            }
        });
    }

    private static Item takenOut(String category, String label, String value, @Nullable Boolean aboutOther) {
        return ContactsOfOthers.takenOut(item(category, label, value, aboutOther, null));
    }

    private static Item item(
            String category, String label, String value, @Nullable Boolean aboutOther, @Nullable Taken taken) {
        return new Item(category, Map.of("vi", label), value, aboutOther, taken);
    }
}
