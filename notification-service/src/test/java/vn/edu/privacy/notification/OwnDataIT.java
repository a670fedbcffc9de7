package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.StudentChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.page.Schools;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** What a guardian asks about their own data, and who sees what of it. */
class OwnDataIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void theSectorKnowsTheMother() {
        HOLDERS.answers(
                HoldersStandIn.SECTOR,
                List.of(
                        HoldersStandIn.item("person-phone", "Điện thoại của mẹ", "Phone of the mother", "0901234567"),
                        HoldersStandIn.ofOther("person-email", "Thư điện tử", "E-mail", "cha@example.vn"),
                        HoldersStandIn.item("health-record", "Hồ sơ sức khỏe", "Health record", "Dị ứng lạc")));
        HOLDERS.knowsNobody(HoldersStandIn.BUS);
    }

    @Test
    @Rule({"R-PROV-01", "R-PROV-02"})
    void guardianSeesTheirOwnDataAndNeitherTheOtherGuardiansNorTheChilds() {
        motherAgrees();
        Reply asked = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        assertThat(asked.text("studentId")).isEqualTo(mother.toString());
        assertThat(asked.body().path("clocks")).isNotEmpty();
        UUID id = asked.id();
        assertThat(post(motherToken(), "/v1/requests", Map.of("type", "ACCESS")).id())
                .isEqualTo(id);

        assertThat(act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
        release(id);
        awaitState(motherToken(), id, "AVAILABLE");

        JsonNode data =
                get(motherToken(), "/v1/requests/" + id + "/personal-data").body();
        assertThat(data.toString())
                .contains(
                        "0901234567",
                        "Mother of a student at " + school("en"),
                        "School transport: agreed",
                        asked.text("reference") + ": See the data")
                .doesNotContain("cha@example.vn", "Dị ứng lạc", "MOTHER", "GIVEN", TRANSPORT, "ACCESS");
        assertThat(data.path("holders").findValuesAsString("reason")).containsExactly("OTHER_PERSON");
        assertThat(get(Tokens.bearer(Role.GUARDIAN, father), "/v1/requests/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(get(Tokens.bearer(Role.GUARDIAN, father), "/v1/requests/" + id + "/personal-data")
                        .status())
                .isEqualTo(404);
        assertThat(count("select count(*) from notice where request_id = '" + id + "' and person_id <> '" + mother
                        + "'"))
                .as("nobody else is told")
                .isZero();
        Browser browser = Browser.of(context, Role.GUARDIAN, mother);
        assertThat(browser.open("/requests/" + id + "/personal-data").html())
                .contains("chính tôi", "Hệ thống đồng ý và yêu cầu", "0901234567")
                .contains("Mẹ của một học sinh ở " + school("vi"), "Xe đưa đón: đồng ý", "Xem dữ liệu")
                .doesNotContain("MOTHER", "GIVEN", TRANSPORT);
        assertThat(browser.open("/requests/" + id + "/personal-data?lang=en").html())
                .contains("School transport: agreed", "Relation to a student");
    }

    private String school(String language) {
        return context.getBean(Schools.class).name(SCHOOL, Locale.of(language));
    }

    @Test
    void whatIsNotAskedAboutOnesOwnDataHereIsRefusedClearly() {
        assertThat(post(motherToken(), "/v1/requests", Map.of("type", "RESTRICT", "purposes", List.of(TRANSPORT)))
                        .problem())
                .as("what is the student's")
                .isEqualTo("422 own-data-not-offered");
        assertThat(post(Tokens.bearer(Role.GUARDIAN, stranger), "/v1/requests", Map.of("type", "ACCESS"))
                        .problem())
                .as("of whom nothing is known")
                .isEqualTo("422 own-data-not-offered");
        assertThat(post(
                                Tokens.bearer(Role.GUARDIAN, father),
                                "/v1/requests",
                                Map.of("type", "ACCESS", "studentId", mother))
                        .status())
                .isEqualTo(404);
        Reply complaint = post(
                motherToken(), "/v1/requests", Map.of("type", "COMPLAIN", "reason", "Số điện thoại của tôi bị lộ."));
        assertThat(post(officerInPerson(), "/v1/requests/" + complaint.id() + "/answer", Map.of("text", "Đã kiểm tra."))
                        .text("state"))
                .isEqualTo("ANSWERED");
        assertThat(get(officer("tan-binh"), "/v1/requests/" + complaint.id()).status())
                .isEqualTo(404);
    }

    @Test
    @Rule("R-REC-01")
    void whatIsFiledAsTheirOwnIsPutRightByItsHolders() {
        purpose("guardian-contact", "STATE_AGENCY_OPERATION", List.of("person-phone", "pick-up-point"));
        assertThat(rectify("pick-up-point").problem()).isEqualTo("422 own-data-not-offered");
        UUID id = rectify("person-phone").id();

        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());

        awaitState(motherToken(), id, "COMPLETED");
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, mother))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.path("kind").asString("")).isEqualTo("RECTIFY");
                    assertThat(told.path("corrections").findValuesAsString("value"))
                            .containsExactly("0912345678");
                });
        Browser browser = Browser.of(context, Role.GUARDIAN, mother);
        assertThat(browser.open("/students/" + mother + "/rights/rectify").html())
                .contains("guardian-contact/person-phone")
                .doesNotContain("/pick-up-point");
        assertThat(browser.open("/students/" + student + "/rights/rectify").html())
                .contains("/pick-up-point")
                .doesNotContain("/person-phone");
    }

    private Reply rectify(String category) {
        return post(
                motherToken(),
                "/v1/requests",
                Map.of(
                        "type",
                        "RECTIFY",
                        "purposes",
                        List.of("guardian-contact"),
                        "corrections",
                        List.of(Map.of("category", category, "value", "0912345678"))));
    }

    @Test
    void theRightToOnesOwnDataDoesNotEndWithTheGuardianship() {
        UUID own = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS")).id();
        UUID childs = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
        LocalDate birth = LocalDate.now().minusYears(10);
        Topic.send(
                Topics.ROSTER,
                student,
                StudentChangedV1.TYPE,
                new StudentChangedV1(
                        student,
                        SCHOOL,
                        2,
                        pupil,
                        birth,
                        true,
                        birth.plusYears(6),
                        null,
                        List.of(new StudentChangedV1.Guardianship(father, "FATHER", birth, null, null, null))));
        awaitState(motherToken(), childs, "STOPPED");

        assertThat(get(motherToken(), "/v1/requests/" + own).text("state")).isEqualTo("RECEIVED");
        assertThat(act(officerInPerson(), "/v1/requests/" + own + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
    }

    @Test
    void pagesOfferWhatCanBeAskedAboutOnesOwnData() {
        Browser browser = Browser.of(context, Role.GUARDIAN, mother);
        String access = "/students/" + mother + "/access";
        assertThat(browser.open("/").links(access)).isTrue();
        Browser.Page rights = browser.open("/students/" + mother + "/rights");
        assertThat(rights.links("/students/" + mother + "/rights/complain")).isTrue();
        assertThat(rights.links("/students/" + mother + "/rights/restrict")).isTrue();
        String request = browser.send(browser.open(access), access, Map.of()).target();
        assertThat(browser.open(request).html()).contains("chính tôi", "Chờ nhà trường trả lời");
        assertThat(browser.open(request + "?lang=en").html()).contains("myself");
        Browser officer = Browser.officer(context, SCHOOL);
        assertThat(officer.open("/officer" + request).html()).contains("Chính người đó, về dữ liệu của mình");
    }
}
