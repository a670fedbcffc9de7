package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** Appealing against a refusal, and the head of the unit's decision, by API and on pages. */
class AppealIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    @Test
    @Rule("R-DL-06")
    void refusalIsAppealedOnceAndDecidedOnceByTheHeadOfTheUnit() {
        UUID id = refused();
        Reply lodged = appeal(id, "Học bạ không có trong việc này.");
        assertThat(lodged.status()).isEqualTo(201);
        assertThat(lodged.body().path("appeal").path("outcome").asString("")).isEqualTo("OPEN");
        assertThat(clock(lodged.body(), "APPEAL").has("metAt")).isFalse();
        assertThat(appeal(id, "Lần nữa.").problem()).isEqualTo("409 appealed-before");
        assertThat(
                        count(
                                "select count(*) from request_appeal where position(convert_to('Học bạ', 'UTF8') in text_sealed) > 0"))
                .isZero();

        String path = "/v1/requests/" + id + "/appeal/decision";
        Map<String, Object> dismissal = Map.of("allowed", false, "text", "Giữ nguyên.");
        assertThat(post(officerInPerson(), path, dismissal).status()).isEqualTo(403);
        assertThat(post(Tokens.system(Role.HEAD_OF_UNIT, "sao-mai"), path, dismissal)
                        .problem())
                .isEqualTo("404 not-found");
        Reply decided = post(head(), path, dismissal);
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.text("state")).isEqualTo("REFUSED");
        assertThat(post(head(), path, dismissal).problem()).isEqualTo("409 wrong-state");

        JsonNode told = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(told.path("appeal").path("outcome").asString("")).isEqualTo("DISMISSED");
        assertThat(told.path("appeal").path("answer").asString("")).isEqualTo("Giữ nguyên.");
        assertThat(clock(told, "APPEAL").has("metAt")).isTrue();
        assertThat(events(id)).containsSubsequence("REFUSED", "APPEALED", "APPEAL_DISMISSED");
    }

    @Test
    @Rule("R-DL-06")
    void allowedAppealHasTheRequestRuledOnAgainAndItsDeadlinesRunOn() {
        UUID id = refused();
        JsonNode before = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(clock(before, "PROMISE").has("metAt")).isTrue();
        appeal(id, "Không đúng.");
        Reply allowed = post(
                head(), "/v1/requests/" + id + "/appeal/decision", Map.of("allowed", true, "text", "Xem xét lại."));
        assertThat(allowed.text("state")).isEqualTo("RECEIVED");
        assertThat(allowed.body().has("refusal")).isFalse();
        assertThat(clock(allowed.body(), "PROMISE").has("metAt")).isFalse();
        assertThat(clock(allowed.body(), "PROMISE").path("due"))
                .isEqualTo(clock(before, "PROMISE").path("due"));
        assertThat(act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
        assertThat(appeal(id, "…").problem()).isEqualTo("409 wrong-state");
    }

    @Test
    void nobodyDecidesOnOnesOwnRefusal() {
        UUID id = opened();
        UUID both = UUID.randomUUID();
        post(
                Tokens.bearer(Role.SCHOOL_OFFICER, both, SCHOOL),
                "/v1/requests/" + id + "/refusal",
                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "…"));
        appeal(id, "…");
        assertThat(post(
                                Tokens.bearer(Role.HEAD_OF_UNIT, both, SCHOOL),
                                "/v1/requests/" + id + "/appeal/decision",
                                Map.of("allowed", false, "text", "…"))
                        .problem())
                .isEqualTo("422 person-needed");
    }

    @Test
    void onlyARefusalIsAppealedAndOnlyByItsRequester() {
        UUID id = opened();
        assertThat(appeal(id, "…").problem()).isEqualTo("409 wrong-state");
        UUID refused = refused(id);
        assertThat(post(
                                Tokens.bearer(Role.GUARDIAN, father),
                                "/v1/requests/" + refused + "/appeal",
                                Map.of("text", "…"))
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    @Rule("R-DL-06")
    void onThePagesTheRequesterAppealsTheHeadDecidesAndTheAuthorityIsNamed() {
        HOLDERS.knows(student, "Nguyễn Minh Anh", "4A");
        String request = "/requests/" + refused();
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        Page page = parent.open(request);
        assertThat(page.html())
                .contains("Chưa chứng minh được người gửi là ai", "(Điều 5.1 Nghị định 356/2025/NĐ-CP)")
                .contains("Cơ quan chuyên trách bảo vệ dữ liệu cá nhân");
        assertThat(parent.send(page, request + "/appeal", Map.of("text", "  ")).status())
                .isEqualTo(422);
        assertThat(parent.send(page, request + "/appeal", Map.of("text", "Tôi <là> mẹ."))
                        .target())
                .isEqualTo(request);
        assertThat(parent.open(request).offers(request + "/appeal")).isFalse();

        Browser head = Browser.staff(context, Role.HEAD_OF_UNIT, SCHOOL);
        String deciding = "/officer/appeals" + request.replace("/requests", "");
        assertThat(head.open("/officer/notices").links("/officer/appeals")).isTrue();
        assertThat(head.open("/officer/appeals").links(deciding)).isTrue();
        Page open = head.open(deciding);
        assertThat(open.html())
                .contains("Tôi &lt;là&gt; mẹ.", "Giải quyết khiếu nại")
                .doesNotContain(" checked");
        Page unchosen = head.send(open, deciding + "/decision", Map.of("text", "Đã rõ."));
        assertThat(unchosen.status()).isEqualTo(422);
        assertThat(unchosen.html()).contains("role=\"alert\"", ">Đã rõ.</textarea>");
        assertThat(head.open(unchosen.otherLanguage()).target()).isEqualTo(deciding);
        assertThat(head.send(
                                head.open(deciding + "?lang=vi"),
                                deciding + "/decision",
                                Map.of("outcome", "dismiss", "text", "Cần giấy tờ."))
                        .target())
                .isEqualTo(deciding);
        assertThat(head.open("/officer/appeals").links(deciding)).isFalse();
        assertThat(parent.open(request).html())
                .contains("Việc từ chối được giữ nguyên.", "Cần giấy tờ.", "Vẫn không tán thành");
        assertThat(Browser.officer(context, SCHOOL).open("/officer/appeals").status())
                .isEqualTo(403);
    }

    private UUID opened() {
        Reply opened = post(
                motherToken(),
                "/v1/requests",
                Map.of(
                        "type",
                        "DELETE",
                        "studentId",
                        student,
                        "purposes",
                        List.of(TRANSPORT),
                        "ground",
                        "UNLAWFUL",
                        "risksAccepted",
                        true));
        assertThat(opened.status()).isEqualTo(201);
        return opened.id();
    }

    private UUID refused() {
        return refused(opened());
    }

    private UUID refused(UUID id) {
        assertThat(post(
                                officerInPerson(),
                                "/v1/requests/" + id + "/refusal",
                                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "Xin mang giấy tờ."))
                        .text("state"))
                .isEqualTo("REFUSED");
        return id;
    }

    private Reply appeal(UUID id, String text) {
        return post(motherToken(), "/v1/requests/" + id + "/appeal", Map.of("text", text));
    }

    private String head() {
        return Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), SCHOOL);
    }

    private List<String> events(UUID id) {
        return get(motherToken(), "/v1/requests/" + id + "/timeline")
                .body()
                .path("items")
                .findValuesAsString("event");
    }

    private static JsonNode clock(JsonNode request, String code) {
        return request.path("clocks")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow();
    }
}
