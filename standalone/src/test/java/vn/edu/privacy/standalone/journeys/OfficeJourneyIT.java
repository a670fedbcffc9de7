package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Those who handle, protect and oversee: holders and tasks, messages and wordings, violations, figures and their print. */
class OfficeJourneyIT extends Journey {
    private static final List<String> PURPOSES = List.of("health-record", "school-transport", "yearbook-photos");
    private static final int SOME = PURPOSES.size();

    @BeforeAll
    static void somethingIsGoingOn() {
        Happenings.of(demo);
    }

    @Test
    void anEmergencyIsJudgedByAnother() {
        try (BrowserContext office = browser.person()) {
            Page page = office.newPage();
            logIn(page, demo.first("school-officer"), demo.consents("/emergencies"));
            assertThat(page.locator("main").innerText()).contains("Hệ thống của Trường phổ thông Hoa Sen");
            page.locator("textarea[name=note]").first().fill("Học sinh đã được đưa đi cấp cứu.");
            page.locator("button[value=JUSTIFIED]").first().click();
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Có căn cứ");
            flawless(page, "emergencies-judged");
        }
    }

    @Test
    void aClerkSeesWhatMayBeCollectedAndFindsANameWithoutItsAccents() {
        try (BrowserContext school = browser.person()) {
            Page page = school.newPage();
            logIn(page, demo.first("school-staff"), demo.consents("/classes"));
            page.locator("#class").selectOption("4A");
            page.locator("form.filter button").click();
            PlaywrightAssertions.assertThat(page.locator("tbody tr").first()).isVisible();
            someAgree(page.locator("tbody th a").all().stream()
                    .map(link -> link.getAttribute("href").replaceAll(".*/students/([0-9a-f-]{36}).*", "$1"))
                    .limit(SOME)
                    .toList());
            page.reload();
            PlaywrightAssertions.assertThat(page.locator("tbody tr").first().locator(".tag.yes"))
                    .hasCount(1);
            flawless(page, "class-list");
            String name = page.locator("tbody th a").first().innerText();
            String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}+", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D')
                    .toLowerCase(Locale.ROOT);
            page.locator("#q").fill(plain);
            page.locator("#class").selectOption("");
            page.locator("form.filter button").click();
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText(name);
            // who stands in front of a class learns whether, never who refused
            assertThat(page.locator("tbody").innerText()).doesNotContain("không đồng ý", "đã rút lại", "chờ cha mẹ");
            flawless(page, "class-list-found");
            page.locator("#q").fill("khong co ai ten nhu vay");
            page.locator("form.filter button").click();
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS)).containsText("Không có học sinh nào");
        }
    }

    /** The first agrees to one thing, the next to one more. */
    private static void someAgree(List<String> students) {
        for (int number = 0; number < students.size(); number++) {
            String student = students.get(number);
            String parent = demo.token(demo.actingGuardianOf(student));
            String own = demo.token(
                    demo.person("student", each -> Demo.studentOf(each).equals(student)));
            for (String purpose : PURPOSES.subList(0, number + 1)) {
                demo.agree(parent, student, purpose);
                demo.agree(own, student, purpose);
            }
        }
    }

    @Test
    void aViolationIsAssessedReportedAndPrinted() {
        try (BrowserContext office = browser.person()) {
            Page page = office.newPage();
            logIn(page, demo.first("data-protection-officer"), demo.rights("/officer/incidents"));
            page.locator("a[href$='/officer/incidents/new']").click();
            page.locator("#unit").selectOption(demo.schoolId());
            page.locator("#nature").selectOption("LOSS");
            page.locator("input[name=kinds]").first().check();
            page.locator("#detectedAt")
                    .fill(LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                            .minusHours(3)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString());
            page.locator("#ACT").fill("Mất một sổ theo dõi sức khỏe ở phòng y tế.");
            page.locator("button.btn.main").click();
            page.waitForURL("**/officer/incidents/*-*");
            String incident = page.url();
            page.locator("input[name=harm]").first().check();
            page.locator("form[action$='/assessment'] button").click();
            page.waitForURL(incident);
            flawless(page, "incident-assessed");
            for (int details = page.locator("main details").count(); details > 0; details--) {
                page.locator("main details").nth(details - 1).evaluate("each => each.open = true");
            }
            flawless(page, "incident-all-open");
            page.locator("form[action$='/affected'] #school").selectOption(demo.schoolId());
            page.locator("form[action$='/affected'] #purpose").selectOption("health-record");
            page.locator("form[action$='/affected'] button").click();
            page.waitForURL(incident);
            flawless(page, "incident-affected");
            page.locator("a[href$='/print/minute']").click();
            assertThat(page.locator("main").innerText()).contains("Mất một sổ theo dõi sức khỏe");
        }
    }

    @Test
    void anInspectorReadsFiguresAndPrintsThem() {
        try (BrowserContext desk = browser.person()) {
            Page page = desk.newPage();
            logIn(page, demo.first("inspector"), demo.rights("/oversight"));
            flawless(page, "oversight");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(794, 1123);
            browser.keepOne(page, "oversight-print");
            assertThat(page.locator("header.bar").isVisible()).isFalse();
            assertThat(page.locator("nav.crumb").isVisible()).isFalse();
        }
    }
}
