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

/** Having data put right by those who hold it. */
class RectificationIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    @Test
    @Rule({"R-REC-01", "R-REC-02"})
    void approvedCorrectionIsMadeByEachHolderAndKeptNowhereElse() {
        UUID id = asked();
        assertThat(get(officer(SCHOOL), "/v1/requests/" + id)
                        .body()
                        .path("corrections")
                        .get(0)
                        .path("value")
                        .asString(""))
                .isEqualTo("21 Lê Lai");
        assertThat(
                        count(
                                "select count(*) from request where position(convert_to('Lê Lai', 'UTF8') in particulars_sealed) > 0"))
                .isZero();
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "RECTIFIED");
        HOLDERS.answersInstructions(HoldersStandIn.SECTOR, "RECTIFIED");

        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isIn("APPROVED", "COMPLETED");
        JsonNode done = awaitState(motherToken(), id, "COMPLETED");

        assertThat(done.path("steps").findValuesAsString("state")).containsExactly("RECTIFIED", "RECTIFIED");
        assertThat(done.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(done.path("clocks"));
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, student))
                .hasSize(1)
                .first()
                .satisfies(told -> {
                    assertThat(told.path("kind").asString("")).isEqualTo("RECTIFY");
                    assertThat(told.path("corrections").get(0).path("category").asString(""))
                            .isEqualTo("pick-up-point");
                    assertThat(told.path("corrections").get(0).path("value").asString(""))
                            .isEqualTo("21 Lê Lai");
                });
    }

    @Test
    @Rule("R-REC-01")
    void whatAHolderCannotPutRightIsRefusedAndTheRequesterToldWhy() {
        UUID id = asked();
        HOLDERS.refuses(HoldersStandIn.BUS, "RECTIFY", "IMPOSSIBLE");
        HOLDERS.answersInstructions(HoldersStandIn.SECTOR, "RECTIFIED");
        act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of());
        awaitRow("select count(*) from request_timeline where event = 'HOLDER_REFUSED' and request_id = '" + id + "'");
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("APPROVED");

        Reply refused = post(
                officer(SCHOOL),
                "/v1/requests/" + id + "/refusal",
                Map.of("ground", "NOT_POSSIBLE", "text", "Công ty xe đã ngừng hoạt động."));
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(get(motherToken(), "/v1/requests/" + id)
                        .body()
                        .path("refusal")
                        .path("article")
                        .asString(""))
                .isEqualTo("Điều 13.3 Luật 91/2025/QH15");
    }

    @Test
    void whatIsAskedMustNameDataThatThePurposeHas() {
        assertThat(post(motherToken(), "/v1/requests", ask("blood-type", "A")).problem())
                .isEqualTo("422 unknown-category");
        assertThat(post(
                                motherToken(),
                                "/v1/requests",
                                Map.of("type", "RECTIFY", "studentId", student, "purposes", List.of(TRANSPORT)))
                        .problem())
                .isEqualTo("422 field-missing");
    }

    @Test
    @Rule("R-REC-01")
    void onThePageOneSaysWhatIsWrongAndWhatIsRight() {
        HOLDERS.knows(student, "Nguyễn Minh Anh", "4A");
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        String form = "/students/" + student + "/rights/rectify";
        Page asking = parent.open(form);
        assertThat(asking.html()).contains("Xe đưa đón – Điểm đón, trả");
        Page sentBack = parent.send(asking, form, Map.of("data", TRANSPORT + "/pick-up-point", "was", "12 Lê <Lợi>"));
        assertThat(sentBack.status()).isEqualTo(422);
        assertThat(sentBack.html()).contains("value=\"12 Lê &lt;Lợi&gt;\"", "selected");
        String request = parent.send(
                        sentBack,
                        form,
                        Map.of("data", TRANSPORT + "/pick-up-point", "was", "12 Lê Lợi", "value", "21 Lê Lai"))
                .target();
        assertThat(parent.open(request).html()).contains("đang ghi “12 Lê Lợi”, đúng là “21 Lê Lai”");

        Browser officer = Browser.officer(context, SCHOOL);
        Page handling = officer.open("/officer" + request);
        assertThat(handling.html()).contains("đúng là “21 Lê Lai”", "cơ sở dữ liệu ngành");
        assertThat(handling.offers("/officer" + request + "/approval")).isTrue();
    }

    private UUID asked() {
        Reply opened = post(motherToken(), "/v1/requests", ask("pick-up-point", "21 Lê Lai"));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("RECEIVED");
        return opened.id();
    }

    private Map<String, Object> ask(String category, String value) {
        return Map.of(
                "type",
                "RECTIFY",
                "studentId",
                student,
                "purposes",
                List.of(TRANSPORT),
                "corrections",
                List.of(Map.of("category", category, "was", "12 Lê Lợi", "value", value)));
    }
}
