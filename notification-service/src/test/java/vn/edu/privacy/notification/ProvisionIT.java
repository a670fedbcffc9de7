package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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

/** Being given data, giving it to organisations, and complaining. */
class ProvisionIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    @Test
    @Rule({"R-PROV-01", "R-PROV-08"})
    void personIsShownTheDataByARequestToSeeItWithTheSameDeadlines() {
        UUID id = asked(Map.of());
        Reply approved = act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of());
        assertThat(approved.text("state")).isEqualTo("COMPLETED");
        UUID through = UUID.fromString(approved.text("seenThrough"));

        JsonNode seen = get(motherToken(), "/v1/requests/" + through).body();
        assertThat(seen.path("type").asString("")).isEqualTo("ACCESS");
        assertThat(seen.path("state").asString("")).isNotEqualTo("RECEIVED");
        assertThat(seen.path("receivedAt"))
                .isEqualTo(get(motherToken(), "/v1/requests/" + id).body().path("receivedAt"));
        assertThat(due(seen))
                .isEqualTo(due(get(motherToken(), "/v1/requests/" + id).body()));
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open("/requests/" + id)
                        .links("/requests/" + through))
                .isTrue();
    }

    @Test
    @Rule({"R-PROV-01", "R-PROV-02"})
    void nothingGoesOutsideTheSectorAndTheAnswerCitesTheLetter() {
        Reply opened = post(motherToken(), "/v1/requests", ask(Map.of("organisation", organisation(false))));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("REFUSED");
        assertThat(opened.body().path("refusal").path("ground").asString("")).isEqualTo("OUTSIDE_SECTOR");
        assertThat(opened.body().path("refusal").path("article").asString("")).contains("8343");
        assertThat(opened.body().path("clocks").findValuesAsString("metAt"))
                .hasSameSizeAs(opened.body().path("clocks"));
        assertThat(post(motherToken(), "/v1/requests/" + opened.id() + "/appeal", Map.of("text", "…"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Rule("R-PROV-01")
    void organisationOfTheSectorIsGivenDataOnceAnOfficerHasSeenTheWrittenConsent() {
        UUID id = asked(Map.of("organisation", organisation(true)));
        assertThat(get(officer(SCHOOL), "/v1/requests/" + id)
                        .body()
                        .path("organisation")
                        .path("consentDocument")
                        .asString(""))
                .isEqualTo("GXN-12/2026");
        assertThat(post(officer(SCHOOL), "/v1/requests/" + id + "/answer", Map.of("text", "…"))
                        .problem())
                .isEqualTo("409 wrong-state");
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
        Reply provided =
                post(officer(SCHOOL), "/v1/requests/" + id + "/answer", Map.of("text", "Đã chuyển qua trục dữ liệu."));
        assertThat(provided.text("state")).isEqualTo("COMPLETED");
        assertThat(get(motherToken(), "/v1/requests/" + id).text("answer")).startsWith("Đã chuyển");
        assertThat(provided.body().path("clocks").findValuesAsString("metAt"))
                .hasSameSizeAs(provided.body().path("clocks"));
    }

    @Test
    @Rule("R-PROV-01")
    void withoutTheWrittenConsentNothingIsReceived() {
        assertThat(post(
                                motherToken(),
                                "/v1/requests",
                                ask(Map.of("organisation", Map.of("name", "Phòng GDĐT", "inSector", true))))
                        .status())
                .isEqualTo(400);
        HOLDERS.knows(student, "Nguyễn Minh Anh", "4A");
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        String form = "/students/" + student + "/rights/provide";
        Page sentBack = parent.send(parent.open(form), form, Map.of("recipient", "in", "name", "Phòng GDĐT"));
        assertThat(sentBack.status()).isEqualTo(422);
        assertThat(sentBack.html()).contains("value=\"Phòng GDĐT\"", "role=\"alert\"");
        String request = parent.send(
                        sentBack, form, Map.of("recipient", "out", "name", "Công ty A", "document", "GXN-1"))
                .target();
        assertThat(parent.open(request).html())
                .contains("Không được chấp nhận", "Công văn 8343", "Công ty A (ngoài ngành)");
    }

    @Test
    @Rule("R-DL-02")
    void complaintIsAnsweredAndTheAnswerAppealed() {
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        String form = "/students/" + student + "/rights/complain";
        assertThat(parent.send(parent.open(form), form, Map.of()).status()).isEqualTo(422);
        String request = parent.send(parent.open(form), form, Map.of("reason", "Ảnh <lớp> bị đăng."))
                .target();
        UUID id = UUID.fromString(request.replace("/requests/", ""));
        JsonNode complaint = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(complaint.path("clocks").findValuesAsString("code")).contains("ACKNOWLEDGE", "FULFIL");

        Browser officer = Browser.officer(context, SCHOOL);
        String handling = "/officer" + request;
        Page page = officer.open(handling);
        assertThat(page.html()).contains("Ảnh &lt;lớp&gt; bị đăng.");
        Page blank = officer.send(page, handling + "/answer", Map.of("text", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(officer.send(blank, handling + "/answer", Map.of("text", "Đã gỡ ảnh."))
                        .target())
                .isEqualTo(handling);
        Page answered = parent.open(request);
        assertThat(answered.html()).contains("Đã trả lời", "Đã gỡ ảnh.");
        assertThat(answered.offers(request + "/appeal")).isTrue();
        assertThat(parent.send(answered, request + "/appeal", Map.of("text", "Chưa đủ."))
                        .target())
                .isEqualTo(request);
        assertThat(post(
                                Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), SCHOOL),
                                "/v1/requests/" + id + "/appeal/decision",
                                Map.of("allowed", true, "text", "Trả lời lại."))
                        .text("state"))
                .isEqualTo("RECEIVED");
    }

    private UUID asked(Map<String, Object> more) {
        Reply opened = post(motherToken(), "/v1/requests", ask(more));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("RECEIVED");
        return opened.id();
    }

    private Map<String, Object> ask(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("type", "PROVIDE", "studentId", student));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> organisation(boolean inSector) {
        return Map.of("name", "Phòng GDĐT", "inSector", inSector, "consentDocument", "GXN-12/2026");
    }

    private static String due(JsonNode request) {
        return request.path("clocks")
                .valueStream()
                .filter(clock -> clock.path("code").asString("").equals("PROMISE"))
                .map(clock -> clock.path("due").asString(""))
                .findFirst()
                .orElseThrow();
    }
}
