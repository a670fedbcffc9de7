package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The eyes of the journeys must see: a fault that is planted has to be found. */
class BrowserIT {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aSoundPageHasNoBarriers() {
        assertThat(Browser.barriers(page("<label>Họ tên <input></label>"))).isEmpty();
    }

    @Test
    void anUnnamedFieldIsFound() {
        assertThat(Browser.barriers(page("<input>"))).singleElement().asString().contains("label");
    }

    @Test
    void faintTextIsFound() {
        assertThat(Browser.barriers(page("<p style='color:#ccc;background:#fff'>Đồng ý</p>")))
                .singleElement()
                .asString()
                .contains("color-contrast");
    }

    @Test
    void aPageWiderThanThePhoneIsFound() {
        assertThat(Browser.overflows(page("<div style='width:900px'>rộng</div>")))
                .isTrue();
        assertThat(Browser.overflows(page("<p>vừa</p>"))).isFalse();
    }

    @Test
    void picturesAreKeptForPhoneAndDesk() {
        assertThat(browser.keep(page("<p>Tiếng Việt: ữ ậ ẵ ợ ỹ</p>"), "harness"))
                .hasSize(2)
                .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
    }

    private static Page page(String content) {
        Page page = browser.person().newPage();
        page.setContent("<!doctype html><html lang='vi'><head><title>Trang</title></head><body><main><h1>Trang</h1>"
                + content + "</main></body></html>");
        return page;
    }
}
