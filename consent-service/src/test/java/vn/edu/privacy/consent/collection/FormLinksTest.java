package vn.edu.privacy.consent.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.edu.privacy.platform.testing.Rule;

class FormLinksTest {
    @ParameterizedTest
    @Rule("S-06")
    @ValueSource(
            strings = {
                "https://docs.google.com/forms/d/e/1FAIpQL/viewform",
                "https://docs.google.com/a/truong.edu.vn/forms/d/1/viewform",
                "https://docs.google.com/u/1/forms/d/1/edit",
                "https://docs.google.com/spreadsheet/viewform?formkey=a",
                "https://docs.google.com/%66orms/d/1",
                "https://spreadsheets.google.com/viewform?key=a",
                "https://goo.gl/forms/abc",
                "https://forms.gle/abc",
                "forms.gle/abc",
                "//forms.gle/abc",
                "FORMS.GLE/abc",
                "https://forms.gle./abc",
                "https://forms.gle:443/abc",
                "https:\\\\forms.gle\\abc",
                "https://truong.edu.vn@forms.gle/abc",
                "https://forms%2Egle/abc",
                "https://ｆｏｒｍｓ.gle/abc",
                "https://for\u00ADms.gle/abc",
                "https://forms\u3002gle/abc",
                "https://forms.office.com/r/abc",
                "https://forms.office.com/Pages/ResponsePage.aspx?id=a",
                "https://forms.cloud.microsoft/r/abc",
                "https://forms.microsoft.com/e/abc",
                "https://customervoice.microsoft.com/Pages/ResponsePage.aspx?id=a",
                "https://www.google.com/url?q=https%3A%2F%2Fforms.gle%2Fabc&sa=D",
                "https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fforms.office.com%2Fr%2Fabc&data=05",
                "Phụ huynh điền tại (https://forms.gle/abc), hạn 31/12.",
                "Điền: “forms.gle/abc”; xin cảm ơn"
            })
    void aFormServiceIsSeenHoweverItIsWritten(String text) {
        assertThat(FormLinks.in(text)).isPresent();
    }

    @ParameterizedTest
    @Rule("S-06")
    @ValueSource(
            strings = {
                "https://docs.google.com/document/d/1/edit",
                "https://docs.google.com/presentation/d/1?title=forms",
                "https://docs.google.com.truong.edu.vn/forms/d/1",
                "https://truong.edu.vn/forms.gle",
                "https://truong.edu.vn/?next=/forms/gle",
                "https://forms.gle@truong.edu.vn/",
                "https://notforms.gle/abc",
                "https://forms.gle.vn/abc",
                "https://csdl.hcm.edu.vn/bieu-mau",
                "mailto:forms@truong.edu.vn",
                "Trường không dùng Google Forms.",
                "Hạn 31.12.2026, lớp 4A.1",
                "…",
                "a..b",
                "https://",
                "http://[::1",
                "%%%.%%%"
            })
    void anythingElseIsNot(String text) {
        assertThat(FormLinks.in(text)).isEmpty();
    }

    @Test
    void anAddressIsReadAsBrowsersReadIt() {
        assertThat(FormLinks.host("HTTPS://Csdl.HCM.edu.vn./x")).contains("csdl.hcm.edu.vn");
        assertThat(FormLinks.host("csdl.hcm.edu.vn:8443/x?y#z")).contains("csdl.hcm.edu.vn");
        assertThat(FormLinks.host("mailto:a@b.vn")).isEmpty();
    }
}
