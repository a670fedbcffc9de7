package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Tokens;

@RealParts
class PortalIT {
    private final UUID mother = UUID.randomUUID();
    private WebTestClient anybody;
    private WebTestClient parent;
    private School school;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        anybody = WebTestClient.bindToApplicationContext(context)
                .apply(springSecurity())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        school = new School(anybody);
        parent = as(Role.GUARDIAN, mother);
    }

    @Test
    void sendsAStrangerToTheLogin() {
        anybody.get()
                .uri("/")
                .header(HttpHeaders.ACCEPT, "text/html")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueMatches("Location", ".*/oauth2/authorization/keycloak");
    }

    @Test
    void showsAParentTheirChildrenAndWhatWaits() {
        school.publish("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);

        String home = page(parent, "/");

        assertThat(home).contains("Nguyễn Minh Anh", "/children/" + child, "Lớp 1A", "việc chờ trả lời");
    }

    @Test
    void asksAStudentOnTheirOwnPageInTheirOwnWords() {
        String purpose = school.publish("Ảnh kỷ yếu");
        UUID self = UUID.randomUUID();
        UUID student = school.enrol("Trần Gia Hân", 10, mother, self);
        WebTestClient pupil = as(Role.STUDENT, self);

        pupil.get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/children/" + student);
        assertThat(page(pupil, "/children/" + student)).contains("Chờ em trả lời", purpose);
    }

    @Test
    void servesTheNoticeWithTwoEqualButtonsAndRecordsTheAnswer() {
        String purpose = school.publish("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);
        String address = "/children/" + child + "/purposes/" + purpose;

        String notice = page(parent, address);
        assertThat(notice)
                .contains("Dị ứng", "Dữ liệu nhạy cảm", "name=\"_csrf\"", "Tôi đồng ý", "Tôi không đồng ý")
                .doesNotContain("autofocus", "btn main");

        URI next = post(parent, address, answer(notice, "GIVEN"));

        assertThat(next.toString()).startsWith("/children/" + child + "?done=");
        assertThat(page(parent, next.toString()))
                .contains("Đã ghi nhận: đồng ý – Xe đưa đón", "Đã đồng ý", "Mẹ đồng ý", "Nhà trường được dùng");
        assertThat(state(child, purpose)).isEqualTo("GIVEN");
    }

    @Test
    void withdrawsOnlyAfterTheConsequencesWereReadAndTellsSinceWhen() {
        String purpose = school.publish("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);
        String address = "/children/" + child + "/purposes/" + purpose;
        post(parent, address, answer(page(parent, address), "GIVEN"));
        String consequences = page(parent, address + "/withdrawal");
        assertThat(consequences)
                .contains("Con không đi xe của trường nữa.", "Tôi đã đọc")
                .doesNotContain("checked");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(consequences, "idempotencyKey"));

        parent.mutateWith(csrf())
                .post()
                .uri(address + "/withdrawal")
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("Chưa rút lại."));
        assertThat(state(child, purpose)).isEqualTo("GIVEN");

        form.add("acknowledged", "read");
        URI next = post(parent, address + "/withdrawal", form);

        assertThat(page(parent, next.toString()))
                .containsPattern("Có hiệu lực từ \\d\\d:\\d\\d:\\d\\d ngày \\d\\d/\\d\\d/\\d{4}");
        assertThat(state(child, purpose)).isEqualTo("WITHDRAWN");
        assertThat(page(parent, "/children/" + child)).contains("Đã rút lại", "Mẹ rút lại", "Đổi ý");
        assertThat(page(parent, address + "/withdrawal")).contains("không có sự đồng ý nào");
    }

    @Test
    void givesTheFamilyAReceiptWithItsPlaceInTheLedger() {
        String purpose = school.publish("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);
        String address = "/children/" + child + "/purposes/" + purpose;
        URI next = post(parent, address, answer(page(parent, address), "REFUSED"));
        String receipt = "/children/" + child + "/receipts/" + next.getQuery().replace("done=", "");

        assertThat(page(parent, receipt))
                .contains("Mẹ không đồng ý", "Xe đưa đón", "Dị ứng", "bản 1, đã đọc bằng tiếng Việt")
                .containsPattern("[0-9a-f]{64}");
        UUID stranger = UUID.randomUUID();
        school.enrol("Lê Đức Phúc", 5, stranger, null);
        as(Role.GUARDIAN, stranger).get().uri(receipt).exchange().expectStatus().isNotFound();
    }

    @Test
    void showsTheNewNoticeWhenItChangedMeanwhileAndRecordsNothing() {
        String purpose = school.publish("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);
        String address = "/children/" + child + "/purposes/" + purpose;
        String old = page(parent, address);
        school.publishAnew(purpose, "Xe đưa đón mới");

        URI next = post(parent, address, answer(old, "GIVEN"));

        assertThat(page(parent, next.toString())).contains("Thông báo vừa có bản mới", "Xe đưa đón mới");
        assertThat(state(child, purpose)).isEqualTo("NOT_ASKED");
    }

    @Test
    void speaksEnglishOnRequest() {
        String purpose = school.publish("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);

        assertThat(page(parent, "/children/" + child + "/purposes/" + purpose + "?lang=en"))
                .contains("Xe đưa đón (English)", "I do not agree", "Allergies");
    }

    @Test
    void hidesAnotherFamilysChildAndWhatIsNoAddress() {
        String purpose = school.publish("Xe đưa đón");
        UUID child = school.enrol("Lê Đức Phúc", 5, UUID.randomUUID(), null);
        UUID own = school.enrol("Nguyễn Minh Anh", 5, mother, null);

        for (String address : List.of(
                "/children/" + child,
                "/children/" + child + "/purposes/" + purpose,
                "/children/" + UUID.randomUUID(),
                "/children/" + own + "/purposes/unknown-code",
                "/children/not-an-id")) {
            parent.get()
                    .uri(address)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody(String.class)
                    .value(page -> assertThat(page).contains("Không tìm thấy").doesNotContain("Lê Đức Phúc"));
        }
    }

    @Test
    void refusesAFormWithoutItsToken() {
        String purpose = school.publish("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);
        String address = "/children/" + child + "/purposes/" + purpose;
        MultiValueMap<String, String> form = answer(page(parent, address), "GIVEN");

        parent.post()
                .uri(address)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(state(child, purpose)).isEqualTo("NOT_ASKED");
    }

    @Test
    void keepsStaffOutOfChildrensPagesAndShowsThemTheirWork() {
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null);
        WebTestClient officer = as(Role.SCHOOL_OFFICER, UUID.randomUUID());

        assertThat(page(officer, "/")).contains("Công việc của nhà trường");
        officer.get().uri("/children/" + child).exchange().expectStatus().isForbidden();
    }

    private WebTestClient as(Role role, UUID person) {
        return anybody.mutateWith(mockOidcLogin()
                .idToken(token -> token.subject(person.toString())
                        .claim("person_id", person.toString())
                        .claim("realm_access", Map.of("roles", List.of(role.realmName()))))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role.name())));
    }

    static String page(WebTestClient reader, String address) {
        return Objects.requireNonNull(reader.get()
                .uri(URI.create(address))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static URI post(WebTestClient reader, String address, MultiValueMap<String, String> form) {
        return Objects.requireNonNull(reader.mutateWith(csrf())
                .post()
                .uri(address)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation());
    }

    private static MultiValueMap<String, String> answer(String page, String decision) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("decision", decision);
        form.add("notice", hidden(page, "notice"));
        form.add("idempotencyKey", hidden(page, "idempotencyKey"));
        return form;
    }

    private static String hidden(String page, String field) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as("hidden field " + field).isTrue();
        return found.group(1);
    }

    private @Nullable String state(UUID child, String purpose) {
        Map<?, ?> answer = Objects.requireNonNull(anybody.get()
                .uri("/v1/students/{id}/consents", child)
                .header(HttpHeaders.AUTHORIZATION, Tokens.bearer(Role.GUARDIAN, mother))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        return ((List<?>) Objects.requireNonNull(answer.get("items")))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> purpose.equals(each.get("purpose")))
                        .map(each -> String.valueOf(each.get("state")))
                        .findFirst()
                        .orElse(null);
    }
}
