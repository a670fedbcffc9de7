package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A parent withdraws; the school, the holders and the family know of it. */
class WithdrawalJourneyIT extends Journey {
    private static final String PURPOSE = "school-transport";
    private static final int SOME = 12;
    private static final int MANY = 50;
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    @Test
    void theParentSeesWhoWasToldAndWhoHasStopped() {
        String studentId = demo.studentWhoseAnswerNeeds(PURPOSE, "GUARDIAN", "STUDENT");
        JsonNode student = demo.person("student", each -> Demo.studentOf(each).equals(studentId));
        JsonNode parent = demo.actingGuardianOf(studentId);
        demo.agree(demo.token(parent), studentId, PURPOSE);
        demo.agree(demo.token(student), studentId, PURPOSE);
        String school = demo.schoolToken();
        assertThat(demo.check(school, studentId, PURPOSE)).isEqualTo("PERMIT");

        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.consents("/"));
            page.navigate(demo.consents("/children/" + studentId + "/purposes/" + PURPOSE + "/withdrawal"));
            page.locator("#acknowledged").check();
            page.locator("button.btn.stop").click();
            page.waitForURL("**/consents/children/*/withdrawals/**");
            assertThat(demo.check(school, studentId, PURPOSE))
                    .as("a check after the page says in effect")
                    .isEqualTo("DENY");

            page.locator("a.btn.main").click();
            page.waitForURL("**/rights/requests/**");
            PlaywrightAssertions.assertThat(page.locator(".steps").first()).containsText("Sao Mai");
            seen(page, "request-in-effect");
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("Mọi nơi đã dừng", new ContainsTextOptions().setTimeout(30_000));
            // the school, and each holder: stopped, and for a child of under sixteen erased as well
            PlaywrightAssertions.assertThat(page.locator(".steps").first().locator("li:not(.done)"))
                    .hasCount(0);
            assertThat(page.locator(".steps").first().locator("li.done").count())
                    .isGreaterThanOrEqualTo(3);
            seen(page, "request-completed");
            String request = page.url().replaceAll(".*/", "");

            page.navigate(demo.rights("/inbox"));
            seen(page, "inbox");
            assertThat(page.locator("main").innerText())
                    .contains("Việc rút lại sự đồng ý đã có hiệu lực", "Mọi nơi giữ dữ liệu đã dừng");
            page.navigate(demo.rights("/"));
            seen(page, "requests");

            String mail = await("an e-mail")
                    .atMost(Duration.ofSeconds(20))
                    .until(demo::mail, mails -> mails.contains("Việc rút lại sự đồng ý đã có hiệu lực"));
            assertThat(mail).contains("/rights/n/").doesNotContain(studentId, request, "Xe đưa đón");
        }
    }

    @Test
    void withdrawingIsInEffectWithinASecondByEachWay() {
        withdrawnByEachWay(SOME);
    }

    @Test
    @Tag("long")
    void withdrawingIsInEffectWithinASecondHoweverOften() {
        withdrawnByEachWay(MANY);
    }

    private static void withdrawnByEachWay(int times) {
        String studentId = demo.studentWhoseAnswerNeeds(PURPOSE, "GUARDIAN", "STUDENT");
        JsonNode student = demo.person("student", each -> Demo.studentOf(each).equals(studentId));
        JsonNode parent = demo.actingGuardianOf(studentId);
        String token = demo.token(parent);
        String school = demo.schoolToken();
        demo.agree(demo.token(student), studentId, PURPOSE);
        List<Duration> portal = new ArrayList<>();
        List<Duration> requested = new ArrayList<>();
        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.consents("/"));
            // the first of each finds code and connections cold
            for (int time = 0; time <= times; time++) {
                demo.agree(token, studentId, PURPOSE);
                portal.add(withdrawn(page, studentId, school));
                demo.agree(token, studentId, PURPOSE);
                requested.add(requested(token, studentId, school));
            }
        }
        System.out.println("Withdrawal in the portal, " + told(portal));
        System.out.println("Withdrawal by a request at notification-service, " + told(requested));
        assertThat(portal.stream().skip(1)).allMatch(took -> took.compareTo(AT_MOST) < 0);
        assertThat(requested.stream().skip(1)).allMatch(took -> took.compareTo(AT_MOST) < 0);
    }

    /** From the click to the page that says in effect, after which no check may permit. */
    private static Duration withdrawn(Page page, String studentId, String school) {
        page.navigate(demo.consents("/children/" + studentId + "/purposes/" + PURPOSE + "/withdrawal"));
        page.locator("#acknowledged").check();
        Instant clicked = Instant.now();
        page.locator("button.btn.stop").click();
        page.waitForURL("**/consents/children/*/withdrawals/**");
        Duration took = Duration.between(clicked, Instant.now());
        assertThat(demo.check(school, studentId, PURPOSE)).isEqualTo("DENY");
        return took;
    }

    /** From sending the confirmation to the first check that says no. */
    private static Duration requested(String parent, String studentId, String school) {
        Demo.Answer opened = demo.post(
                parent,
                demo.rights("/v1/requests"),
                Map.of("type", "WITHDRAW", "studentId", studentId, "purposes", List.of(PURPOSE)));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        String request = demo.rights("/v1/requests/" + opened.body().get("id").asString());
        Instant sent = Instant.now();
        Demo.Answer confirmed = demo.post(parent, request + "/confirmation", Map.of("consequencesAcknowledged", true));
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> demo.check(school, studentId, PURPOSE).equals("DENY"));
        Duration took = Duration.between(sent, Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> demo.get(parent, request).body().has("inEffectAt"));
        return took;
    }

    private static String told(List<Duration> times) {
        List<Duration> warm = times.subList(1, times.size()).stream().sorted().toList();
        return "confirmed to in effect, ms: first " + times.getFirst().toMillis() + ", then median "
                + warm.get(warm.size() / 2).toMillis() + ", max "
                + warm.getLast().toMillis() + " of " + warm.size();
    }
}
