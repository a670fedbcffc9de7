package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A parent asks to see the child's data; one officer approves, another releases; it is shown, to the parent alone. */
class AccessJourneyIT extends Journey {
    @Test
    void theParentAsksTheOfficerApprovesAndTheDataIsShown() {
        String studentId = Demo.studentOf(demo.first("student"));
        JsonNode parent = demo.actingGuardianOf(studentId);
        try (BrowserContext family = browser.person();
                BrowserContext office = browser.person();
                BrowserContext other = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.consents("/"));
            page.navigate(demo.consents("/children/" + studentId));
            page.locator("a[href$='/students/" + studentId + "/access']").click();
            page.waitForURL("**/rights/students/**");
            seen(page, "access");
            page.locator("button.btn.main").click();
            page.waitForURL("**/rights/requests/**");
            seen(page, "request-access");
            String reference = page.locator("main").innerText().replaceAll("(?s).*(YC-\\d{4}-\\d{6}).*", "$1");
            String request = page.url();

            Page desk = office.newPage();
            logIn(desk, demo.first("school-officer"), demo.rights("/officer/requests"));
            seen(desk, "officer-queue");
            desk.locator("tr", new Page.LocatorOptions().setHasText(reference))
                    .getByRole(AriaRole.LINK)
                    .click();
            assertThat(desk.locator("main").innerText()).contains("Cam kết 72 giờ", "Báo đã nhận", "Điều 5.3");
            seen(desk, "officer-request");
            desk.locator("summary").first().click();
            desk.locator("summary").nth(1).click();
            seen(desk, "officer-request-open");
            desk.locator("form[action$='/extension'] textarea").fill("Công ty xe cần thêm thời gian.");
            desk.locator("form[action$='/extension'] button").click();
            PlaywrightAssertions.assertThat(desk.locator("main")).containsText("đã lùi; trước đó là");
            seen(desk, "officer-request-extended");
            desk.locator("form[action$='/assignment'] button").click();
            desk.waitForURL("**/officer/requests/**");
            desk.locator("form[action$='/approval'] button").click();
            PlaywrightAssertions.assertThat(desk.locator("main .tag").first())
                    .not()
                    .containsText("Chờ nhà trường");

            String handling = desk.url();
            // the parent's page follows by itself
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("Đang được xem lại", new ContainsTextOptions().setTimeout(30_000));
            seen(page, "request-gathered");
            desk.navigate(handling + "/release");
            seen(desk, "officer-release-second");
            assertThat(desk.locator("main").innerText())
                    .contains("Cần một người khác.")
                    .doesNotContain("Dị ứng");

            Page second = other.newPage();
            logIn(second, demo.first("data-protection-officer"), handling);
            seen(second, "officer-request-gathered");
            second.locator("a[href$='/release']").click();
            second.waitForURL("**/release");
            seen(second, "officer-release");
            assertThat(second.locator("main").innerText())
                    .contains("Dị ứng", "Đã bỏ hẳn: cách liên hệ với người khác.");
            second.locator("form[action$='/release'] button").click();
            second.waitForURL(handling);
            page.navigate(request);
            assertThat(page.locator("main").innerText()).contains("Công ty xe cần thêm thời gian.");
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("Đã xem được", new ContainsTextOptions().setTimeout(30_000));
            seen(page, "request-available");
            page.locator("a.btn.main").click();
            page.waitForURL("**/personal-data");
            seen(page, "personal-data");
            assertThat(page.locator("main").innerText()).contains("Cơ sở dữ liệu ngành", "Sao Mai", "Dị ứng");

            assertThat(desk.navigate(page.url()).status())
                    .as("the officer does not see what was gathered")
                    .isIn(403, 404);
        }
    }

    @Test
    void howToAskIsOpenToEverybody() {
        try (BrowserContext anybody = browser.person()) {
            Page page = anybody.newPage();
            page.navigate(demo.rights("/how-to"));
            seen(page, "how-to");
        }
    }
}
