package vn.edu.privacy.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.edu.privacy.notification.channel.SmsText.Encoding;

class SmsTextTest {
    @ParameterizedTest
    @CsvSource({"0,1", "160,1", "161,2", "306,2", "307,3"})
    void aTextOfThe7BitAlphabetHas160CharactersInOnePartAnd153InEachOfSeveral(int length, int parts) {
        SmsText sms = SmsText.of("a".repeat(length), true);

        assertThat(sms.encoding()).isEqualTo(Encoding.GSM7);
        assertThat(sms.units()).isEqualTo(length);
        assertThat(sms.parts()).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"69,1", "70,2", "133,2", "134,3"})
    void oneVietnameseLetterMakesIt70And67(int more, int parts) {
        SmsText sms = SmsText.of("ữ" + "a".repeat(more), true);

        assertThat(sms.encoding()).isEqualTo(Encoding.UCS2);
        assertThat(sms.units()).isEqualTo(more + 1);
        assertThat(sms.parts()).isEqualTo(parts);
    }

    @Test
    void bracketsAndTheEuroTakeTwoSeptetsThatStayTogether() {
        assertThat(SmsText.of("€".repeat(80), true).parts()).isEqualTo(1);
        assertThat(SmsText.of("€".repeat(80), true).units()).isEqualTo(160);
        // 153 is odd: the last septet of each full part stays empty, and 76 fit into it
        assertThat(SmsText.of("[".repeat(152), true).parts()).isEqualTo(2);
        assertThat(SmsText.of("[".repeat(153), true).parts()).isEqualTo(3);
    }

    @Test
    void aSurrogatePairIsNotTornApart() {
        assertThat(SmsText.of("😀".repeat(66), true).units()).isEqualTo(132);
        assertThat(SmsText.of("😀".repeat(66), true).parts()).isEqualTo(2);
        assertThat(SmsText.of("😀".repeat(67), true).parts()).isEqualTo(3);
    }

    @Test
    void withoutDiacriticsEveryVietnameseLetterIsInThe7BitAlphabet() {
        String letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ";

        SmsText sms = SmsText.of(letters + letters.toUpperCase(java.util.Locale.ROOT) + "“–’…", false);

        assertThat(sms.encoding()).isEqualTo(Encoding.GSM7);
        assertThat(sms.text()).startsWith("aaabcddeeghiklmnooopqrstuuvxy").endsWith("\"-'...");
        assertThat(sms.text()).matches("[A-Za-z\"'.-]+");
    }

    @Test
    void theLettersOfGsmThatCarryMarksKeepThemWhenAsked() {
        assertThat(SmsText.of("èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà", true).encoding()).isEqualTo(Encoding.GSM7);
        assertThat(SmsText.of("ç", true).encoding()).isEqualTo(Encoding.UCS2);
    }
}
