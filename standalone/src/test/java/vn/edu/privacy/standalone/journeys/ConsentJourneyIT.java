package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A family decides in a real browser, logged in at the real Keycloak, and the school's system asks after each step. */
class ConsentJourneyIT extends Journey {
    private static final String PURPOSE = "health-record";

    @Test
    void bothAgreeTheSchoolMayThenAParentWithdrawsAndItMayNot() {
        JsonNode student = demo.first("student");
        String studentId = Demo.studentOf(student);
        JsonNode parent = demo.guardiansOf(studentId).getFirst();
        String school = demo.schoolToken();
        assertThat(demo.check(school, studentId, PURPOSE)).isEqualTo("DENY");

        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent, demo.consents("/"));
            page.navigate(demo.consents("/children/" + studentId));
            seen(page, "child");
            page.navigate(demo.consents("/children/" + studentId + "/purposes/" + PURPOSE));
            seen(page, "purpose");
            page.locator("button[name=decision][value=GIVEN]").click();
            page.waitForURL("**/children/" + studentId + "**");
            assertThat(demo.check(school, studentId, PURPOSE))
                    .as("the student has not answered")
                    .isEqualTo("DENY");
            page.navigate(demo.consents("/children/" + studentId + "/purposes/school-transport"));
            page.locator("button[name=decision][value=REFUSED]").click();
            page.waitForURL("**/children/" + studentId + "**");

            try (BrowserContext own = browser.person()) {
                Page pupil = own.newPage();
                logIn(pupil, student, demo.consents("/"));
                pupil.navigate(demo.consents("/children/" + studentId + "/purposes/" + PURPOSE));
                seen(pupil, "purpose-student");
                pupil.locator("button[name=decision][value=GIVEN]").click();
                pupil.waitForURL("**/children/" + studentId + "**");
            }
            assertThat(demo.check(school, studentId, PURPOSE)).isEqualTo("PERMIT");

            page.navigate(demo.consents("/children/" + studentId + "/purposes/" + PURPOSE + "/withdrawal"));
            seen(page, "withdrawal");
            page.locator("#acknowledged").check();
            page.locator("button.btn.stop").click();
            page.waitForURL("**/withdrawals/**");
            assertThat(demo.check(school, studentId, PURPOSE))
                    .as("a check after the page says in effect")
                    .isEqualTo("DENY");
            seen(page, "withdrawn");
        }
    }

    @Test
    void anotherFamilysChildLooksLikeNoChild() {
        String studentId = Demo.studentOf(demo.first("student"));
        JsonNode stranger =
                demo.person("guardian", each -> !Demo.studentsOf(each).contains(studentId));
        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, stranger, demo.consents("/"));
            assertThat(page.navigate(demo.consents("/children/" + studentId)).status())
                    .isEqualTo(404);
            seen(page, "not-found");
        }
    }

    @Test
    void belowSevenTheGuardianSuffices() {
        String studentId = demo.studentWhoseAnswerNeeds(PURPOSE, "GUARDIAN");
        String school = demo.schoolToken();
        assertThat(demo.check(school, studentId, PURPOSE)).isEqualTo("DENY");

        demo.agree(demo.token(demo.actingGuardianOf(studentId)), studentId, PURPOSE);

        assertThat(demo.check(school, studentId, PURPOSE)).isEqualTo("PERMIT");
    }

    @Test
    void fromEighteenTheStudentAloneDecides() {
        String studentId = demo.studentWhoseAnswerNeeds(PURPOSE, "STUDENT");
        String school = demo.schoolToken();
        JsonNode student = demo.person("student", each -> Demo.studentsOf(each).contains(studentId));

        try (BrowserContext own = browser.person()) {
            Page page = own.newPage();
            logIn(page, student, demo.consents("/"));
            page.navigate(demo.consents("/children/" + studentId + "/purposes/" + PURPOSE));
            page.locator("button[name=decision][value=GIVEN]").click();
            page.waitForURL("**/children/" + studentId + "**");
        }

        assertThat(demo.check(school, studentId, PURPOSE)).isEqualTo("PERMIT");
    }

    @Test
    void aClassIsAskedForInOneCall() {
        List<String> students =
                demo.people("student").limit(35).map(Demo::studentOf).toList();
        Demo.Answer answer = demo.post(
                demo.schoolToken(),
                demo.consents("/v1/checks/batch"),
                Map.of(
                        "schoolId",
                        demo.schoolId(),
                        "studentIds",
                        students,
                        "purposes",
                        List.of("health-record", "school-transport")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("items")).hasSize(2 * students.size());
        assertThat(answer.body().get("items").findValuesAsString("answer")).containsOnly("PERMIT", "DENY");
    }
}
