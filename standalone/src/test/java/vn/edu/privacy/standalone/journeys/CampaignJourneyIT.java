package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A school asks for its school year: officers plan and print, a family answers on the phone or agrees to a part. */
class CampaignJourneyIT extends Journey {
    private static final String PURPOSE = "health-record";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Test
    void aParentGoesThroughWhatWaitsAndAgreesToAPart() {
        JsonNode parent = demo.people("guardian")
                .filter(each -> Demo.studentsOf(each).size() > 1)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.consents("/"));
            seen(page, "home-parent");
            page.navigate(demo.consents("/sitting"));
            seen(page, "sitting");
            page.locator("p.ways a").first().click();
            seen(page, "sitting-next");
            page.locator("p.ways a").last().click();
            seen(page, "sitting-summary");

            String child = demo.consents("/children/" + Demo.studentOf(parent));
            page.navigate(child + "/purposes/" + PURPOSE + "/limits");
            seen(page, "limits");
            page.locator("button.btn").first().click();
            seen(page, "limits-nothing-chosen");
            page.locator("input[name=category]").first().check();
            page.locator("#CONDITIONS").fill("Chỉ cô y tế được xem");
            page.locator("button.btn").first().click();
            page.waitForURL(address -> address.contains("?done="));
            seen(page, "child-limited");
            page.locator("a[href*='/receipts/']").first().click();
            seen(page, "receipt");
            page.navigate(child + "/purposes/" + PURPOSE + "/form");
            seen(page, "form-family");
        }
    }

    @Test
    void anOfficerAsksTheSchoolAndKeepsTheDesk() {
        JsonNode officer = demo.first("school-officer");
        String campaign = opened(officer);
        String student = demo.people("student").map(Demo::studentOf).findFirst().orElseThrow();
        try (BrowserContext desk = browser.person()) {
            Page page = desk.newPage();
            logIn(page, officer, demo.consents("/"));
            seen(page, "home-officer");
            for (Map.Entry<String, String> each : List.of(
                    Map.entry("campaigns", "/campaigns"),
                    Map.entry("campaign-new", "/campaigns/new"),
                    Map.entry("campaign", "/campaigns/" + campaign),
                    Map.entry("campaign-missing", "/campaigns/" + campaign + "/missing?class=1A"),
                    Map.entry("paper", "/paper"),
                    Map.entry("paper-student", "/students/" + student + "/forms"),
                    Map.entry("paper-print", "/students/" + student + "/purposes/" + PURPOSE + "/form"),
                    Map.entry("paper-checks", "/paper/checks"),
                    Map.entry("paper-intakes", "/paper/intakes"))) {
                assertThat(page.navigate(demo.consents(each.getValue())).status())
                        .as(each.getValue())
                        .isEqualTo(200);
                seen(page, each.getKey());
            }
        }
    }

    @Test
    void theDataProtectionOfficerKeepsThePurposesAndAnybodyVerifies() {
        try (BrowserContext office = browser.person()) {
            Page page = office.newPage();
            page.navigate(demo.consents("/verify"));
            seen(page, "verify");
            logIn(page, demo.first("data-protection-officer"), demo.consents("/"));
            for (Map.Entry<String, String> each : List.of(
                    Map.entry("purposes", "/officer/purposes"),
                    Map.entry("purpose-officer", "/officer/purposes/" + PURPOSE),
                    Map.entry("purpose-draft", "/officer/purposes/" + PURPOSE + "/draft"))) {
                assertThat(page.navigate(demo.consents(each.getValue())).status())
                        .as(each.getValue())
                        .isEqualTo(200);
                seen(page, each.getKey());
            }
        }
    }

    private static String opened(JsonNode officer) {
        LocalDate today = LocalDate.now(ZONE);
        int year = today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
        Demo.Answer answer = demo.post(
                demo.token(officer),
                demo.consents("/v1/campaigns"),
                Map.of(
                        "schoolYear",
                        year + "-" + (year + 1),
                        "name",
                        Map.of("vi", "Hỏi ý kiến đầu năm học"),
                        "purposes",
                        List.of(PURPOSE, "school-transport"),
                        "opensOn",
                        today.toString(),
                        "deadline",
                        today.plusDays(30).toString()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().get("id").asString();
    }
}
