package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.Standalone;
import vn.edu.privacy.standalone.machine.Progress;

/** A family decides in a real browser, logged in at the real Keycloak, and the school's system asks after each step. */
class ConsentJourneyIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PURPOSE = "health-record";

    private static Standalone system;
    private static JsonNode demo;
    private static Browser browser;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory("journey");
        system = Standalone.start(folder, new Progress(System.out));
        demo = JSON.readTree(Files.readString(folder.resolve("demo.json")));
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (system != null) {
            system.close();
        }
    }

    @Test
    void bothAgreeTheSchoolMayThenAParentWithdrawsAndItMayNot() throws Exception {
        JsonNode student = first("student");
        String studentId = student.at("/studentIds/0").asString();
        JsonNode parent = guardianOf(studentId);
        assertThat(check(studentId)).isEqualTo("DENY");

        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, parent);
            page.navigate(consents("/children/" + studentId));
            seen(page, "child");
            page.navigate(consents("/children/" + studentId + "/purposes/" + PURPOSE));
            seen(page, "purpose");
            page.locator("button[name=decision][value=GIVEN]").click();
            page.waitForURL("**/children/" + studentId + "**");
            assertThat(check(studentId)).as("the student has not answered").isEqualTo("DENY");
            page.navigate(consents("/children/" + studentId + "/purposes/school-transport"));
            page.locator("button[name=decision][value=REFUSED]").click();
            page.waitForURL("**/children/" + studentId + "**");

            try (BrowserContext own = browser.person()) {
                Page pupil = own.newPage();
                logIn(pupil, student);
                pupil.navigate(consents("/children/" + studentId + "/purposes/" + PURPOSE));
                seen(pupil, "purpose-student");
                pupil.locator("button[name=decision][value=GIVEN]").click();
                pupil.waitForURL("**/children/" + studentId + "**");
            }
            assertThat(check(studentId)).isEqualTo("PERMIT");

            page.navigate(consents("/children/" + studentId + "/purposes/" + PURPOSE + "/withdrawal"));
            seen(page, "withdrawal");
            page.locator("#acknowledged").check();
            page.locator("button.btn.stop").click();
            page.waitForURL("**/withdrawals/**");
            assertThat(check(studentId))
                    .as("a check after the page says in effect")
                    .isEqualTo("DENY");
            seen(page, "withdrawn");
        }
    }

    @Test
    void anotherFamilysChildLooksLikeNoChild() {
        String studentId = first("student").at("/studentIds/0").asString();
        JsonNode stranger = demo.get("people")
                .valueStream()
                .filter(person -> person.get("role").asString().equals("guardian"))
                .filter(person -> person.get("studentIds")
                        .valueStream()
                        .noneMatch(id -> id.asString().equals(studentId)))
                .findFirst()
                .orElseThrow();
        try (BrowserContext family = browser.person()) {
            Page page = family.newPage();
            logIn(page, stranger);
            assertThat(page.navigate(consents("/children/" + studentId)).status())
                    .isEqualTo(404);
            seen(page, "not-found");
        }
    }

    private static void logIn(Page page, JsonNode person) {
        page.navigate(consents("/"));
        page.locator("#username").fill(person.get("username").asString());
        page.locator("#password").fill(person.get("password").asString());
        page.locator("#kc-login").click();
        page.waitForURL("**/consents/**");
    }

    /** Keeps a picture and finds barriers: what a person with a screen reader or a small phone would meet. */
    private static void seen(Page page, String name) {
        browser.keep(page, name);
        assertThat(Browser.barriers(page)).as(name).isEmpty();
        assertThat(Browser.overflows(page))
                .as("%s is wider than the screen", name)
                .isFalse();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))
                        .count())
                .as("%s has one question", name)
                .isEqualTo(1);
    }

    private String check(String studentId) throws Exception {
        JsonNode school = demo.get("systems")
                .valueStream()
                .filter(one -> one.get("role").asString().equals("school-system"))
                .findFirst()
                .orElseThrow();
        String body = Map.of(
                        "grant_type", "client_credentials",
                        "client_id", school.get("clientId").asString(),
                        "client_secret", school.get("clientSecret").asString())
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        JsonNode token =
                send(HttpRequest.newBuilder(URI.create(demo.get("keycloak").asString() + "/realms/"
                                + demo.get("realm").asString() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        return send(HttpRequest.newBuilder(URI.create(consents("/v1/checks")))
                        .header(
                                "Authorization",
                                "Bearer " + token.get("access_token").asString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                                "schoolId", school.get("schoolId").asString(),
                                "studentId", studentId,
                                "purpose", PURPOSE)))))
                .get("answer")
                .asString();
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode first(String role) {
        return demo.get("people")
                .valueStream()
                .filter(person -> person.get("role").asString().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode guardianOf(String studentId) {
        return demo.get("people")
                .valueStream()
                .filter(person -> person.get("role").asString().equals("guardian"))
                .filter(person -> person.get("studentIds")
                        .valueStream()
                        .anyMatch(id -> id.asString().equals(studentId)))
                .findFirst()
                .orElseThrow();
    }

    private static String consents(String path) {
        return demo.get("consent").asString() + path;
    }
}
