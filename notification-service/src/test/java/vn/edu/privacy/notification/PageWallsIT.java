package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;

/** Who meets which page, and what a form must carry before anything changes. */
class PageWallsIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    private Browser parent;
    private Browser other;

    @BeforeEach
    void open() {
        parent = Browser.of(context, Role.GUARDIAN, mother);
        other = Browser.of(context, Role.GUARDIAN, father);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/requests/0198c0de-0000-7000-8000-000000000001", "/officer/requests"})
    void strangerIsSentToTheLogin(String path) {
        Page page = Browser.stranger(context).open(path);

        assertThat(page.status()).isEqualTo(302);
        assertThat(String.valueOf(page.headers().getLocation()))
                .isEqualTo(Browser.BASE + "/oauth2/authorization/keycloak");
    }

    @Test
    @Rule("R-DL-02")
    void howToIsForEverybodyInBothLanguages() {
        Browser anybody = Browser.stranger(context);

        assertThat(anybody.open("/how-to").status()).isEqualTo(200);
        assertThat(anybody.open("/how-to").html()).contains("2 ngày làm việc", "72 giờ", "Khiếu nại");
        assertThat(anybody.open("/how-to?lang=en").html()).contains("2 working days", "72 hours");
    }

    @Test
    void guardianHandlesNoRequests() {
        String request = ask();

        for (String path : List.of("/officer/requests", "/officer" + request)) {
            Page page = parent.open(path);
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.html()).contains("Không được phép");
        }
        assertThat(forged(parent, "/officer" + request + "/approval", Map.of("version", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(state(request)).isEqualTo("RECEIVED");
    }

    @Test
    void officerOfAnotherSchoolFindsNothing() {
        String request = ask();
        Browser officer = Browser.officer(context, "sao-mai");

        Page page = officer.open("/officer" + request);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("Không tìm thấy");
        assertThat(officer.open("/officer/requests").links("/officer" + request))
                .isFalse();
        Map<String, String> ruling = Map.of(
                "version",
                version(request),
                "ground",
                "LAW_PROHIBITS",
                "text",
                "Không được.",
                "holder",
                "bus-company",
                "settlement",
                "HOLDS_NOTHING");
        for (String act : List.of("assignment", "approval", "refusal", "gathering", "settlement", "release")) {
            assertThat(forged(officer, "/officer" + request + "/" + act, ruling).status())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(state(request)).isEqualTo("RECEIVED");
        assertThat(version(request)).isEqualTo(ruling.get("version"));
    }

    @Test
    void anotherGuardianFindsNeitherTheRequestNorItsData() {
        String request = ask();
        act(officer(SCHOOL), "/v1" + request + "/approval", Map.of());
        release(UUID.fromString(request.replace("/requests/", "")));

        assertThat(parent.open(request + "/personal-data").html()).contains("12 Lê Lợi");
        for (String path : List.of(request, request + "/personal-data")) {
            Page page = other.open(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.html()).doesNotContain("12 Lê Lợi");
        }
    }

    @Test
    void anotherGuardianNeitherConfirmsNorCancels() {
        motherAgrees();
        String request = "/requests/"
                + post(
                                motherToken(),
                                "/v1/requests",
                                Map.of("type", "WITHDRAW", "studentId", student, "purposes", List.of(TRANSPORT)))
                        .id();

        for (Map<String, String> ticked : List.of(Map.<String, String>of(), Map.of("acknowledged", "read"))) {
            assertThat(forged(other, request + "/confirmation", ticked).status())
                    .isEqualTo(404);
        }
        assertThat(forged(other, request + "/cancellation", Map.of()).status()).isEqualTo(404);
        assertThat(state(request)).isEqualTo("AWAITING_CONFIRMATION");
    }

    @Test
    @Rule("R-CH-10")
    void nobodyAsksForAStudentOfOthers() {
        Browser unrelated = Browser.of(context, Role.GUARDIAN, stranger);
        String access = "/students/" + student + "/access";

        assertThat(unrelated.open(access).status()).isEqualTo(404);
        assertThat(forged(unrelated, access, Map.of()).status()).isEqualTo(404);
        assertThat(requests()).isZero();
    }

    @Test
    void whatIsNoIdIsNoPage() {
        for (String path : List.of(
                "/requests/7",
                "/requests/" + UUID.randomUUID() + "0",
                "/requests/" + UUID.randomUUID(),
                "/requests/x/personal-data",
                "/withdrawals/x",
                "/students/x/access",
                "/students/" + UUID.randomUUID() + "/access")) {
            Page page = parent.open(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.html()).contains("Không tìm thấy");
        }
        for (String id : List.of("x", UUID.randomUUID().toString())) {
            assertThat(Browser.officer(context, SCHOOL)
                            .open("/officer/requests/" + id)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void formWithoutItsTokenOrKeyIsRefusedAsAPageAndNothingChanges() {
        String access = "/students/" + student + "/access";
        Map<String, String> form = parent.open(access).form(access);
        assertThat(form).containsOnlyKeys("_csrf", "idempotencyKey");

        Page tokenless = parent.post(access, Map.of("idempotencyKey", form.get("idempotencyKey")));
        Page keyless = parent.post(access, Map.of("_csrf", form.get("_csrf")));

        assertThat(tokenless.status()).isEqualTo(403);
        assertThat(tokenless.html()).contains("<h1>Không được phép</h1>");
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.html()).contains("<h1>Thiếu Idempotency-Key</h1>");
        assertThat(requests()).isZero();
        assertThat(parent.post(access, form).target()).startsWith("/requests/");
    }

    /** A form that no page offered, with everything else as it should be. */
    private static Page forged(Browser who, String path, Map<String, String> typed) {
        String token = who.open("/how-to").form("/logout").get("_csrf");
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("_csrf", token);
        fields.put("idempotencyKey", UUID.randomUUID().toString());
        return who.post(path, fields);
    }

    private String ask() {
        Reply opened = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student));
        assertThat(opened.status()).isEqualTo(201);
        return "/requests/" + opened.id();
    }

    private String state(String request) {
        return get(motherToken(), "/v1" + request).text("state");
    }

    private String version(String request) {
        return get(motherToken(), "/v1" + request).eTag().replace("\"", "");
    }

    private long requests() {
        return count("select count(*) from request where student_id = '" + student + "'");
    }
}
