package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** Use in an emergency: permitted at once, proved, told, and judged by somebody else. */
@RealParts
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = "privacy.consents.expiry-interval=P1000D")
@ExtendWith(OutputCaptureExtension.class)
class EmergencyIT {
    private static final String WHY = "Học sinh bị sốc phản vệ ở sân trường, cấp cứu hỏi dị ứng.";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ClockAhead clock;

    @Autowired
    private ApplicationContext context;

    private final UUID nurse = UUID.randomUUID();
    private final UUID head = UUID.randomUUID();
    private School school;
    private String purpose;
    private Child child;

    @BeforeEach
    void school() {
        clock.reset();
        school = School.at(port);
        purpose = school.publishNamed("Hồ sơ sức khỏe");
        child = school.child(10);
    }

    @Test
    @Rule("R-EXC-03")
    void isPermittedWithItsGroundLoggedAndToldToTheOfficersWhileChecksStayAsTheyWere(CapturedOutput log) {
        JsonNode permitted =
                School.json(declare(Tokens.system(School.ID), Map.of("dataCategories", List.of("allergies")))
                        .expectStatus()
                        .isCreated());

        assertThat(permitted.get("answer").asString()).isEqualTo("PERMIT");
        assertThat(permitted.get("basis").asString()).isEqualTo("VITAL_INTEREST");
        assertThat(permitted.get("article").asString()).contains("17.1", "19.1.a");
        assertThat(permitted.get("dataCategories").toString()).isEqualTo("[\"allergies\"]");
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
        assertThat(database.sql("""
                        select answer || '|' || reason || '|' || client from check_log
                        where student_id = $1 and check_id = $2""")
                        .bind(0, child.id())
                        .bind(1, UUID.fromString(permitted.get("useId").asString()))
                        .mapValue(String.class)
                        .one()
                        .block())
                .isEqualTo("PERMIT|EMERGENCY_USE|system-" + School.ID);
        assertThat(log.getAll()).doesNotContain("sốc phản vệ");
        assertThat(database.sql("""
                        select (select string_agg(t::text, '') from emergency_text t where student_id = $1)
                            || (select string_agg(u::text, '') from emergency_use u where student_id = $1)""")
                        .bind(0, child.id())
                        .mapValue(String.class)
                        .one()
                        .block())
                .doesNotContain("phản vệ");
        try (Topic notices = new Topic(Topics.NOTICES, child.id())) {
            JsonNode told = await().atMost(Duration.ofSeconds(20))
                    .until(() -> told(notices, "EMERGENCY_USED"), events -> !events.isEmpty())
                    .getFirst();
            assertThat(told.get("officersOfSchool").asString()).isEqualTo(School.ID);
        }
    }

    @Test
    @Rule("R-EXC-03")
    void needsReasonsInWords() {
        for (String reasons : List.of("", "khẩn cấp", " ".repeat(30))) {
            declare(Tokens.system(School.ID), Map.of("justification", reasons))
                    .expectStatus()
                    .isBadRequest();
        }
        assertThat(problem(declare(Tokens.system(School.ID), Map.of("purpose", "no-such-purpose"))))
                .endsWith("/emergency-purpose");
        assertThat(problem(declare(Tokens.system(School.ID), Map.of("dataCategories", List.of("marks")))))
                .endsWith("/emergency-categories");
        declare(Tokens.system("sao-mai"), Map.of()).expectStatus().isForbidden();
        declare(Tokens.system("sao-mai"), Map.of("schoolId", "sao-mai"))
                .expectStatus()
                .isNotFound();
        declare(Tokens.bearer(Role.SCHOOL_STAFF, nurse, School.ID), Map.of())
                .expectStatus()
                .isForbidden();
        assertThat(mine()).isEmpty();
    }

    @Test
    @Rule({"R-EXC-02", "R-EXC-03"})
    void isJudgedByAnotherOfficerInTimeAndOnce() {
        UUID use = declared(officer(nurse));
        assertThat(problem(review(use, officer(nurse), "JUSTIFIED"))).endsWith("/second-person-needed");
        review(use, Tokens.bearer(Role.SCHOOL_OFFICER, head, "sao-mai"), "JUSTIFIED")
                .expectStatus()
                .isNotFound();

        JsonNode judged = School.json(
                review(use, officer(head), "JUSTIFIED").expectStatus().isOk());

        assertThat(judged.get("outcome").asString()).isEqualTo("JUSTIFIED");
        assertThat(problem(review(use, officer(head), "NOT_JUSTIFIED"))).endsWith("/already-reviewed");
    }

    @Test
    @Rule("R-EXC-03")
    void whatIsNotJudgedInTimeOrNotJustifiedIsSeen() {
        UUID late = declared(officer(nurse));
        assertThat(item(late).get("overdue").asBoolean()).isFalse();
        assertThat(item(late).get("justification").asString()).isEqualTo(WHY);
        UUID abusive = declared(officer(nurse));
        review(abusive, Tokens.bearer(Role.DATA_PROTECTION_OFFICER, head), "NOT_JUSTIFIED")
                .expectStatus()
                .isOk();
        clock.forward(Duration.ofDays(3).plusMinutes(1));

        assertThat(item(late).get("overdue").asBoolean()).isTrue();
        assertThat(item(abusive).get("overdue").asBoolean()).isFalse();
        JsonNode caller = overview()
                .get("callers")
                .valueStream()
                .filter(each -> each.get("caller").asString().equals(nurse.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(List.of("uses", "notJustified", "waiting", "overdue"))
                .extracting(figure -> caller.get(figure).asInt())
                .containsExactly(2, 1, 1, 1);
    }

    @Test
    @Rule("R-EXC-03")
    void officersJudgeItOnTheirPage() {
        UUID use = declared(officer(nurse));
        Portal portal = new Portal(context);
        WebTestClient declarer = portal.as(Role.SCHOOL_OFFICER, nurse, School.ID);
        assertThat(page(declarer, "/emergencies"))
                .contains(WHY, child.name(), "một người khác phải xem xét")
                .doesNotContain("/emergencies/" + use + "/review");
        WebTestClient other = portal.as(Role.SCHOOL_OFFICER, head, School.ID);
        String shown = page(other, "/emergencies");
        String address = "/emergencies/" + use + "/review";
        assertThat(shown).contains(address, "Chờ xem xét");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(shown, "idempotencyKey"));
        form.add("outcome", "NOT_JUSTIFIED");
        form.add("note", " ");
        assertThat(sentBack(other, address, form)).contains("nói vì sao");

        form.set("idempotencyKey", hidden(page(other, "/emergencies"), "idempotencyKey"));
        form.set("note", "Không ai hỏi dữ liệu này.");
        assertThat(post(other, address, form)).hasToString("/emergencies");
        assertThat(page(other, "/emergencies")).contains("Không có căn cứ", "1 lần không có căn cứ");
        assertThat(page(other, "/")).contains("/emergencies");
    }

    @Test
    @Rule("R-EXC-03")
    void theFamilyIsToldOfTheUseAndOfTheReviewWithoutAnyWord() {
        UUID use = declared(officer(nurse));
        review(use, officer(head), "NOT_JUSTIFIED").expectStatus().isOk();

        try (Topic notices = new Topic(Topics.NOTICES, child.id())) {
            for (String kind : List.of("USED_IN_EMERGENCY", "EMERGENCY_JUDGED")) {
                List<JsonNode> told = await().atMost(Duration.ofSeconds(20))
                        .until(() -> told(notices, kind), events -> !events.isEmpty());
                assertThat(told).hasSize(1);
                assertThat(people(told.getFirst()))
                        .containsExactlyInAnyOrder(
                                child.self().toString(),
                                child.father().toString(),
                                child.mother().toString());
                assertThat(told.getFirst().has("officersOfSchool")).isFalse();
                assertThat(told.getFirst().toString())
                        .doesNotContain(WHY, child.name(), nurse.toString(), head.toString(), "JUSTIFIED\"");
            }
        }
    }

    @Test
    @Rule("R-EXC-03")
    void whoNoLongerHasASayIsToldNothing() {
        school.fatherLeaves(child);
        declared(Tokens.system(School.ID));

        try (Topic notices = new Topic(Topics.NOTICES, child.id())) {
            JsonNode told = await().atMost(Duration.ofSeconds(20))
                    .until(() -> told(notices, "USED_IN_EMERGENCY"), events -> !events.isEmpty())
                    .getFirst();
            assertThat(people(told))
                    .containsExactlyInAnyOrder(
                            child.self().toString(), child.mother().toString());
        }
    }

    @Test
    @Rule("R-EXC-03")
    void theFamilySeesWhenForWhatByWhomOnWhichGroundAndWhatTheReviewFound() {
        UUID use = declared(officer(nurse));
        UUID automatic = declared(Tokens.system(School.ID));
        review(use, officer(head), "NOT_JUSTIFIED").expectStatus().isOk();

        for (UUID reader : List.of(child.self(), child.father(), child.mother())) {
            Role role = reader.equals(child.self()) ? Role.STUDENT : Role.GUARDIAN;
            JsonNode items = School.json(school.get(address(child), Tokens.bearer(role, reader))
                            .expectStatus()
                            .isOk())
                    .get("items");
            assertThat(items).hasSize(2);
            JsonNode judged = items.valueStream()
                    .filter(each -> each.get("id").asString().equals(use.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(judged.get("position").asString()).isEqualTo("SCHOOL_OFFICER");
            assertThat(judged.get("outcome").asString()).isEqualTo("NOT_JUSTIFIED");
            assertThat(judged.get("purposeName").asString()).isEqualTo("Hồ sơ sức khỏe");
            assertThat(judged.get("article").asString()).contains("17.1", "19.1.a");
            JsonNode waiting = items.valueStream()
                    .filter(each -> each.get("id").asString().equals(automatic.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(waiting.get("position").asString()).isEqualTo("SCHOOL_SYSTEM");
            assertThat(waiting.has("outcome")).isFalse();
            assertThat(items.toString()).doesNotContain(WHY, nurse.toString(), head.toString());
        }
    }

    @Test
    @Rule("R-EXC-03")
    void thePortalShowsItOnTheChildsPageInBothLanguages() {
        WebTestClient mother = new Portal(context).as(Role.GUARDIAN, child.mother());
        String link = "/children/" + child.id() + "/emergencies";
        assertThat(page(mother, "/children/" + child.id())).doesNotContain(link);
        UUID use = declared(officer(nurse));
        assertThat(page(mother, "/children/" + child.id())).contains(link, "trong trường hợp khẩn cấp (1 lần)");

        assertThat(page(mother, link))
                .contains("Hồ sơ sức khỏe", "Cán bộ phụ trách của hoa-sen", "17.1", "Chờ xem xét")
                .doesNotContain(WHY, nurse.toString());
        review(use, officer(head), "NOT_JUSTIFIED").expectStatus().isOk();
        assertThat(page(mother, link)).contains("Không có căn cứ", "quyền khiếu nại");
        assertThat(page(mother, link + "?lang=en")).contains("Not justified", "An officer of hoa-sen");
    }

    @Test
    @Rule("R-EXC-03")
    void nobodyElseReadsIt() {
        declared(officer(nurse));
        school.fatherLeaves(child);
        Child other = school.child(9);
        for (String token : List.of(
                Tokens.bearer(Role.GUARDIAN, child.father()),
                Tokens.bearer(Role.GUARDIAN, other.mother()),
                Tokens.bearer(Role.STUDENT, other.self()))) {
            school.get(address(child), token).expectStatus().isNotFound();
        }
        school.get(address(child), officer(head)).expectStatus().isForbidden();
        school.get(address(child), Tokens.system(School.ID)).expectStatus().isForbidden();
        new Portal(context)
                .as(Role.GUARDIAN, other.mother())
                .get()
                .uri("/children/" + child.id() + "/emergencies")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static String address(Child of) {
        return "/v1/students/" + of.id() + "/emergency-uses";
    }

    private static List<JsonNode> told(Topic notices, String kind) {
        return notices.events(NoticeDueV1.TYPE).stream()
                .filter(notice -> notice.get("kind").asString().equals(kind))
                .toList();
    }

    private static List<String> people(JsonNode notice) {
        return notice.get("recipients").valueStream().map(JsonNode::asString).toList();
    }

    private UUID declared(String token) {
        return UUID.fromString(
                School.json(declare(token, Map.of()).expectStatus().isCreated())
                        .get("useId")
                        .asString());
    }

    private WebTestClient.ResponseSpec declare(String token, Map<String, Object> otherwise) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "schoolId", School.ID, "studentId", child.id().toString(), "purpose", purpose, "justification", WHY));
        body.putAll(otherwise);
        return school.post("/v1/emergency-uses", token, body);
    }

    private WebTestClient.ResponseSpec review(UUID use, String token, String outcome) {
        return school.post(
                "/v1/emergency-uses/" + use + "/review",
                token,
                Map.of("outcome", outcome, "note", "Đã xem biên bản y tế."));
    }

    private JsonNode overview() {
        return School.json(
                school.get("/v1/emergency-uses", officer(head)).expectStatus().isOk());
    }

    private JsonNode item(UUID use) {
        return overview()
                .get("items")
                .valueStream()
                .filter(each -> each.get("id").asString().equals(use.toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> mine() {
        return overview()
                .get("items")
                .valueStream()
                .filter(each ->
                        each.get("studentId").asString().equals(child.id().toString()))
                .toList();
    }

    private static String officer(UUID person) {
        return Tokens.bearer(Role.SCHOOL_OFFICER, person, School.ID);
    }

    private static String problem(WebTestClient.ResponseSpec response) {
        return School.json(response).get("type").asString();
    }
}
