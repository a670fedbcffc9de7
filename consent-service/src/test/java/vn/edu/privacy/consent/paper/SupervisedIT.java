package vn.edu.privacy.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** A child without a login answers for itself, in front of somebody of its school. */
@RealParts
class SupervisedIT {
    private final UUID teacher = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private Desk desk;
    private School school;
    private String purpose;
    private Child child;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        desk = new Desk(context);
        school = desk.school();
        purpose = school.publishNamed("Ảnh lớp");
        child = school.enrol("Trần Gia Hân", 10, UUID.randomUUID(), null);
    }

    @Test
    @Rule({"R-CH-02", "R-CH-26"})
    void theChildsAgreementCountsOnceASecondPersonHasCheckedItAndStaysTheChilds() {
        motherGives();
        UUID answered = answer("GIVEN");
        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
        assertThat(Desk.problem(desk.check(child, answered, teacher, "CONFIRMED")))
                .isEqualTo("second-person-needed");

        desk.check(child, answered, second, "CONFIRMED").expectStatus().isCreated();

        assertThat(desk.answer(child, purpose)).isEqualTo("PERMIT");
        JsonNode line = School.json(school.get(
                        "/v1/students/" + child.id() + "/ledger", Tokens.system(Role.DATA_PROTECTION_OFFICER)))
                .at("/entries/1");
        assertThat(line.get("capacity").asString()).isEqualTo("SELF");
        assertThat(line.get("method").asString()).isEqualTo("SUPERVISED");
        assertThat(line.get("enteredBy").asString()).isEqualTo(teacher.toString());
        assertThat(line.get("party").asString()).isEqualTo(child.id().toString());
        assertThat(line.has("noticeId")).isTrue();
    }

    @Test
    @Rule("R-CH-26")
    void theChildsRefusalCountsAtOnceAndNoParentOverridesIt() {
        answer("REFUSED");
        motherGives();

        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
        JsonNode consents = School.json(school.get("/v1/students/" + child.id() + "/consents", Desk.officer(second)));
        assertThat(consents.get("items")
                        .valueStream()
                        .filter(item -> item.get("purpose").asString().equals(purpose))
                        .findFirst()
                        .orElseThrow()
                        .get("state")
                        .asString())
                .isEqualTo("REFUSED");
    }

    @Test
    @Rule("R-CH-26")
    void nobodyOfTheFamilyWritesItDown() {
        Map<String, Object> shown = Map.of("purpose", purpose, "language", "vi");
        String motherAtWork = Tokens.bearer(Role.SCHOOL_STAFF, child.mother(), School.ID);
        assertThat(Desk.problem(school.post(notices(), motherAtWork, shown))).isEqualTo("supervisor-is-family");
        String notice =
                School.json(school.post(notices(), staff(), shown)).get("id").asString();
        assertThat(Desk.problem(school.post(answers(), motherAtWork, given("GIVEN", notice))))
                .isEqualTo("supervisor-is-family");

        for (Role role : new Role[] {Role.GUARDIAN, Role.STUDENT}) {
            school.post(answers(), Tokens.bearer(role, child.mother()), given("GIVEN", notice))
                    .expectStatus()
                    .isForbidden();
        }
        school.post(answers(), Tokens.bearer(Role.SCHOOL_STAFF, teacher, "sao-mai"), given("GIVEN", notice))
                .expectStatus()
                .isNotFound();
        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
    }

    @Test
    @Rule({"R-NOT-01", "R-CH-26"})
    void theAnswerIsUnderTheNoticeThatTheChildWasShown() {
        String ofMother = school.serve(child, child.mother(), Role.GUARDIAN, purpose)
                .get("id")
                .asString();

        assertThat(Desk.problem(school.post(answers(), staff(), given("GIVEN", ofMother))))
                .isEqualTo("notice-unknown");
    }

    @Test
    @Rule("R-CH-02")
    void aChildBelowSevenIsNotAsked() {
        child = school.enrol("Lê Bé", 5, UUID.randomUUID(), null);

        assertThat(Desk.problem(school.post(
                        answers(), staff(), given("GIVEN", shown().get("id").asString()))))
                .isEqualTo("not-asked-of-you");
        WebTestClient pages = desk.pages(Role.SCHOOL_STAFF, teacher);
        assertThat(page(pages, "/students/" + child.id() + "/forms")).doesNotContain("/supervised");
    }

    @Test
    @Rule({"R-CH-26", "R-CON-24"})
    void thePageIsInTheChildsWordsWithNothingChosenBeforehand() {
        WebTestClient staff = desk.pages(Role.SCHOOL_STAFF, teacher);
        String address = "/students/" + child.id() + "/purposes/" + purpose + "/supervised";
        assertThat(page(staff, "/students/" + child.id() + "/forms")).contains(address);
        String empty = page(staff, address);
        assertThat(empty)
                .contains("Trường xin phép ghi chiều cao của em.", "Em đồng ý", "Em không đồng ý", "Chiều cao")
                .doesNotContain("checked=");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(empty, "idempotencyKey"));
        form.add("notice", shown().get("id").asString());
        form.add("reference", "Sổ 4A");
        assertThat(sentBack(staff, address, form)).contains("Học sinh trả lời thế nào", "Sổ 4A");

        form.add("decision", "GIVEN");
        assertThat(post(staff, address, form)).hasToString("/paper?entered=true");

        WebTestClient officer = desk.pages(Role.SCHOOL_OFFICER, second);
        assertThat(page(officer, "/paper/checks")).contains("Trần Gia Hân");
        assertThat(desk.newestLine(child).get("method").asString()).isEqualTo("SUPERVISED");
    }

    private void motherGives() {
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    private UUID answer(String decision) {
        JsonNode taken = School.json(school.post(
                        answers(), staff(), given(decision, shown().get("id").asString()))
                .expectStatus()
                .isCreated());
        assertThat(taken.get("answer").asString()).isEqualTo("DENY");
        return UUID.fromString(taken.get("decisionId").asString());
    }

    private JsonNode shown() {
        JsonNode notice = School.json(school.post(notices(), staff(), Map.of("purpose", purpose, "language", "vi"))
                .expectStatus()
                .isCreated());
        assertThat(notice.get("childText").asString()).isEqualTo("Trường xin phép ghi chiều cao của em.");
        return notice;
    }

    private Map<String, Object> given(String decision, String notice) {
        return Map.of("purpose", purpose, "decision", decision, "notice", notice, "reference", "Sổ 4A / 25.11");
    }

    private String notices() {
        return "/v1/students/" + child.id() + "/supervised-notices";
    }

    private String answers() {
        return "/v1/students/" + child.id() + "/supervised-answers";
    }

    private String staff() {
        return Tokens.bearer(Role.SCHOOL_STAFF, teacher, School.ID);
    }
}
