package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A family uses every right on the phone: asks, is asked back, is refused, appeals, lifts, and reads who looked. */
class FamilyRightsJourneyIT extends Journey {

    /** A pupil whom no other journey of the family is about, and a parent of it. */
    private static String child(String purpose) {
        return demo.studentWhoseAnswerNeeds(purpose, "GUARDIAN", "STUDENT");
    }

    @Test
    void aRestrictionIsReadConfirmedAndLifted() {
        String student = child("learning-platform");
        JsonNode parent = demo.actingGuardianOf(student);
        demo.agree(demo.token(parent), student, "learning-platform");
        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.rights("/students/" + student + "/rights"));
            page.locator("a[href$='/rights/restrict']").click();
            page.locator("button.btn.main").click();
            // the browser would stop an empty choice only where it can: the page says what is missing
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("Chưa gửi");
            flawless(page, "right-restrict-nothing-chosen");
            page.locator("input[value=learning-platform]").check();
            page.locator("button.btn.main").click();
            page.waitForURL("**/requests/**");
            flawless(page, "right-restrict-to-confirm");
            page.locator("#acknowledged").check();
            page.locator("button.btn.stop").click();
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText(
                            Pattern.compile("Đã có hiệu lực|Mọi nơi đã thực hiện"),
                            new ContainsTextOptions().setTimeout(60_000));
            flawless(page, "right-restrict-in-effect");
            page.locator("form[action$='/lifting'] button").click();
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("Đã thôi", new ContainsTextOptions().setTimeout(60_000));
            flawless(page, "right-restrict-lifted");
        }
    }

    @Test
    void anErasureIsAskedBackRefusedAppealedAndDecided() {
        String student = child("yearbook-photos");
        JsonNode parent = demo.actingGuardianOf(student);
        try (BrowserContext family = browser.person();
                BrowserContext office = browser.person();
                BrowserContext top = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.rights("/students/" + student + "/rights/delete"));
            page.locator("input[name=purpose]").first().check();
            page.locator("input[name=ground]").first().check();
            page.locator("input[name=risks]").check();
            page.locator("button.btn.main").click();
            page.waitForURL("**/requests/**");
            String request = page.url();
            String id = request.replaceAll(".*/", "").replaceAll("\\?.*", "");
            flawless(page, "right-delete-asked");

            Page desk = office.newPage();
            logIn(desk, demo.first("school-officer"), demo.rights("/officer/requests"));
            List<String> nearest = desk.locator("tbody tr").all().stream()
                    .map(row -> row.locator("time").first().getAttribute("datetime"))
                    .toList();
            assertThat(nearest)
                    .as("the nearest deadline first")
                    .hasSizeGreaterThan(1)
                    .isSorted();
            desk.locator("a[href$='/officer/requests/" + id + "']").click();
            flawless(desk, "officer-delete");
            desk.locator("a[href$='/questions']").click();
            desk.locator("input[name=about]").first().check();
            desk.locator("#text").fill("Xin cho biết muốn xóa dữ liệu của năm học nào.");
            desk.locator("button.btn.main").click();
            desk.waitForURL("**/officer/requests/" + id);
            desk.navigate(demo.rights("/officer/requests/" + id + "/questions"));
            PlaywrightAssertions.assertThat(desk.locator("main")).containsText("năm học nào");
            flawless(desk, "officer-question-asked");

            page.navigate(request);
            flawless(page, "request-question");
            page.locator("a[href$='/questions']").click();
            page.locator("#text").fill("Năm học 2025-2026.");
            page.locator("button.btn.main").click();
            page.waitForURL("**/requests/**");
            page.navigate(demo.rights("/requests/" + id + "/questions"));
            flawless(page, "question-answered");

            desk.navigate(demo.rights("/officer/requests/" + id));
            flawless(desk, "officer-delete-answered");
            desk.locator("form[action$='/refusal']").evaluate("form => form.closest('details').open = true");
            desk.locator("#ground").selectOption("STATE_OPERATION");
            desk.locator("#text").fill("Sổ điểm được lưu theo luật. Việc khác trường vẫn xóa khi được yêu cầu.");
            desk.locator("form[action$='/refusal'] button").click();
            PlaywrightAssertions.assertThat(desk.locator("main .tag").first()).containsText("Không được chấp nhận");
            flawless(desk, "officer-delete-refused");

            page.navigate(request);
            flawless(page, "request-refused");
            page.locator("#appeal").fill("Ảnh kỷ yếu không phải là sổ điểm.");
            page.locator("form[action$='/appeal'] button").click();
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("đang xem xét");
            flawless(page, "request-appealed");

            Page head = top.newPage();
            logIn(head, demo.first("head-of-unit"), demo.rights("/officer/appeals"));
            head.locator("a[href*='" + id + "']").click();
            flawless(head, "head-appeal");
            head.locator("input[value=allow]").check();
            head.locator("textarea").fill("Ảnh không thuộc hồ sơ phải lưu; trường xem xét lại.");
            head.locator("button.btn.main").click();
            PlaywrightAssertions.assertThat(head.locator("form[action$='/decision']"))
                    .hasCount(0);

            page.navigate(request);
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("xem xét lại");
            flawless(page, "request-appeal-decided");
            page.navigate(demo.rights("/students/" + student + "/looked"));
            assertThat(page.locator("main").innerText()).contains("YC-");
            flawless(page, "looked-at-requests");
        }
    }

    @Test
    void whatIsToBeGivenOutsideTheSectorAndPutRightIsAnswered() {
        String student = child("extracurricular-trip");
        JsonNode parent = demo.actingGuardianOf(student);
        try (BrowserContext family = browser.person();
                BrowserContext office = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.rights("/students/" + student + "/rights/rectify"));
            page.locator("#data").selectOption(new SelectOption().setIndex(1));
            page.locator("#was").fill("12 Lê Lợi");
            page.locator("#value").fill("21 Lê Lợi");
            page.locator("button.btn.main").click();
            page.waitForURL("**/requests/**");
            String rectify = page.url().replaceAll(".*/", "");
            flawless(page, "right-rectify-asked");

            Page desk = office.newPage();
            logIn(desk, demo.first("school-officer"), demo.rights("/officer/requests/" + rectify));
            flawless(desk, "officer-rectify");
            desk.locator("form[action$='/approval'] button").click();
            PlaywrightAssertions.assertThat(desk.locator("main .tag").first())
                    .not()
                    .containsText("Chờ nhà trường");
            flawless(desk, "officer-rectify-approved");

            page.navigate(demo.rights("/students/" + student + "/rights/provide"));
            page.locator("input[name=recipient][value=out]").check();
            page.locator("#name").fill("Trung tâm Anh ngữ Ánh Dương");
            page.locator("#document").fill("VB 03 ngày 20/11/2026");
            page.locator("button.btn.main").click();
            page.waitForURL("**/requests/**");
            flawless(page, "right-provide-asked");
            desk.navigate(demo.rights("/officer/requests/" + page.url().replaceAll(".*/", "")));
            flawless(desk, "officer-provide");
        }
    }
}
