package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.checkpoint.Sealing;
import vn.edu.privacy.consent.purpose.PeriodKind;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Tokens;

/** Every operation of the OpenAPI document succeeds in every way it promises, and says what the document says. */
@RealParts
@TestPropertySource(properties = Sealing.OWN_CLOCK)
class GoodAnswersIT {
    private static final String OFFICER = Tokens.system(Role.DATA_PROTECTION_OFFICER);

    private final OpenApi document = OpenApi.of("consent-service");
    private final Set<String> answered = new TreeSet<>();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void everyOperationAnswersAsTheDocumentSays() {
        WebTestClient client = School.client(port)
                .mutate()
                .entityExchangeResultConsumer(exchanged -> answered.add(document.check(exchanged)))
                .build();
        School school = new School(client);
        String purpose = TestPurpose.newCode("health");

        officerKeepsTheCatalogue(client, school, purpose);
        Child child = school.child(5);
        String receipt = familyDecides(school, child, purpose);
        Sealing.now(context);
        schoolAsks(client, school, child, purpose);
        officerAsksTheSchool(school, purpose);
        anybodyVerifies(client, school, child, receipt);
        officerReadsTheLedger(school, child);
        officersTakeInWhatTheSchoolHolds(school, purpose);
        familyReadsWhoAsked(school, child);
        guardianIsRepresented(client, school, child);
        childAnswersInFrontOfStaff(school, purpose);
        schoolActsInAnEmergency(school, child, purpose);
        departmentGoverns(client, school);
        departmentKeepsItsUnits(client, school, purpose);
        School.json(school.post("/v1/purposes/" + purpose + "/retirement", OFFICER, Map.of("reason", "Hết năm học")));

        assertThat(answered).containsAll(document.goodAnswers());
        assertThat(document.goodAnswers())
                .hasSizeGreaterThanOrEqualTo(document.operations().size());
    }

    private static void officerKeepsTheCatalogue(WebTestClient client, School school, String purpose) {
        School.json(school.publish(purpose));
        School.json(school.publishAnew(purpose, "Hồ sơ sức khỏe"));
        School.json(school.get("/v1/purposes", OFFICER));
        School.json(school.get("/v1/purposes/" + purpose + "/versions", OFFICER));
        School.json(school.get("/v1/purpose-catalogue", OFFICER));
        Drafts drafts = new Drafts(client, purpose);
        String begun = drafts.begin(Map.of("category", "EDUCATION"));
        drafts.read();
        String saved = drafts.save(TestPurpose.content("Sổ sức khỏe"), begun);
        drafts.publish("MAJOR", saved).expectBody().returnResult();
        drafts.discard(drafts.begin(Map.of())).expectBody().returnResult();
    }

    private static String familyDecides(School school, Child child, String purpose) {
        JsonNode recorded = School.json(school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN"));
        School.json(school.get("/v1/students/" + child.id() + "/consents", mother(child)));
        return recorded.at("/decisions/0/receiptId").asString();
    }

    private static void familyReadsWhoAsked(School school, Child child) {
        School.json(school.get("/v1/students/" + child.id() + "/looks", mother(child)));
        School.json(school.get("/v1/students/" + child.id() + "/staff-looks", mother(child)));
    }

    private static void guardianIsRepresented(WebTestClient client, School school, Child child) {
        String path = "/v1/students/" + child.id() + "/representations";
        String id = School.json(school.post(
                        path,
                        officer(),
                        Map.of(
                                "represented", child.mother().toString(),
                                "representative", UUID.randomUUID().toString(),
                                "reference", "Tủ 3 / Số 15")))
                .get("id")
                .asString();
        School.json(school.get(path, officer()));
        School.json(school.post(path + "/" + id + "/check", officer(), Map.of("outcome", "CONFIRMED")));
        client.post()
                .uri(path + "/" + id + "/end")
                .header("Authorization", mother(child))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static void departmentGoverns(WebTestClient client, School school) {
        String officer = Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> name = Map.of("vi", "Kênh", "en", "Channel");
        sent(
                client,
                HttpMethod.PUT,
                officer,
                "/v1/collection-channels/a-" + mark,
                Map.of("kind", "PORTAL", "name", name));
        school.get("/v1/collection-channels", officer).expectBody().returnResult();
        sent(client, HttpMethod.POST, officer, "/v1/collection-channels/a-" + mark + "/end", Map.of());
        sent(
                client,
                HttpMethod.PUT,
                officer,
                "/v1/sharing-recipients/a-" + mark,
                Map.of("name", name, "sector", "IN", "legalEntity", mark, "route", "DATA_AXIS"));
        school.get("/v1/sharing-recipients", officer).expectBody().returnResult();
        sent(
                client,
                HttpMethod.PUT,
                officer,
                "/v1/connected-systems/a-" + mark,
                Map.of("legalEntity", mark, "name", "Công ty"));
        school.get("/v1/legal-entities", officer).expectBody().returnResult();
        Map<String, Object> why = Map.of("reason", "Chuyển dữ liệu đi", "caseReference", "VP-1");
        String entity = "/v1/legal-entities/" + mark;
        sent(client, HttpMethod.POST, officer, entity + "/suspension", why);
        sent(client, HttpMethod.POST, officer, entity + "/resumption", Map.of());
        sent(client, HttpMethod.POST, officer, entity + "/revocation", why);
        sent(client, HttpMethod.POST, officer, entity + "/revocation/rejection", Map.of());
        sent(client, HttpMethod.POST, officer, entity + "/revocation", why);
        String second = Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
        sent(client, HttpMethod.POST, second, entity + "/revocation/confirmation", Map.of());
    }

    private static void departmentKeepsItsUnits(WebTestClient client, School school, String purpose) {
        String officer = Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String head = Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), mark);
        Map<String, Object> words = Map.of("vi", "Trường", "en", "School");
        String today = School.today().toString();
        for (String code : List.of("so-" + mark, mark)) {
            sent(
                    client,
                    HttpMethod.PUT,
                    officer,
                    "/v1/units/" + code,
                    Map.of(
                            "level",
                            code.equals(mark) ? "SCHOOL" : "DEPARTMENT",
                            "standing",
                            "PUBLIC",
                            "name",
                            words,
                            "contact",
                            words));
        }
        String unit = "/v1/units/" + mark;
        School.json(school.post(unit + "/placements", officer, Map.of("parent", "so-" + mark, "from", today)));
        School.json(school.post(
                unit + "/heads",
                officer,
                Map.of("personId", "head-1", "name", "Nguyễn Thị Hoa", "position", words, "from", today)));
        String duty = School.json(school.post(
                        unit + "/duties",
                        head,
                        Map.of("purpose", purpose, "task", "COLLECT", "personId", "staff-1", "from", today)))
                .get("id")
                .asString();
        School.json(school.get("/v1/units", officer));
        School.json(school.get(unit, head));
        sent(
                client,
                HttpMethod.POST,
                head,
                unit + "/duties/" + duty + "/end",
                Map.of("until", School.today().plusDays(1).toString()));
    }

    private static void sent(
            WebTestClient client, HttpMethod method, String token, String path, Map<String, Object> body) {
        WebTestClient.RequestBodySpec request = client.method(method)
                .uri(path)
                .header("Authorization", token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        (body.isEmpty()
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static void childAnswersInFrontOfStaff(School school, String purpose) {
        Child child = school.child(10);
        String staff = Tokens.bearer(Role.SCHOOL_STAFF, UUID.randomUUID(), School.ID);
        String path = "/v1/students/" + child.id() + "/supervised-";
        String notice = School.json(school.post(path + "notices", staff, Map.of("purpose", purpose, "language", "vi")))
                .get("id")
                .asString();
        School.json(school.post(
                path + "answers",
                staff,
                Map.of("purpose", purpose, "decision", "GIVEN", "notice", notice, "reference", "Sổ 4A / 25.11")));
    }

    private static void schoolActsInAnEmergency(School school, Child child, String purpose) {
        String use = School.json(school.post(
                        "/v1/emergency-uses",
                        Tokens.system(School.ID),
                        Map.of(
                                "schoolId",
                                School.ID,
                                "studentId",
                                child.id().toString(),
                                "purpose",
                                purpose,
                                "justification",
                                "Học sinh bị sốc phản vệ, cần biết ngay em dị ứng thuốc gì.")))
                .get("useId")
                .asString();
        School.json(school.get("/v1/emergency-uses", officer()));
        School.json(school.get("/v1/students/" + child.id() + "/emergency-uses", mother(child)));
        School.json(school.post(
                "/v1/emergency-uses/" + use + "/review",
                officer(),
                Map.of("outcome", "JUSTIFIED", "note", "Đã xem biên bản y tế.")));
    }

    private static String officer() {
        return Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), School.ID);
    }

    private static void schoolAsks(WebTestClient client, School school, Child child, String purpose) {
        school.check(child, purpose);
        Map<String, Object> evaluated = Map.of(
                "subject",
                Map.of("type", "client", "id", "lms"),
                "action",
                Map.of("name", "collect"),
                "resource",
                Map.of("type", "student-data", "id", child.id(), "properties", Map.of("purpose", purpose)));
        School.json(school.post("/access/v1/evaluation", Tokens.system(School.ID), evaluated));
        School.json(school.post(
                "/access/v1/evaluations",
                Tokens.system(School.ID),
                Map.of("evaluations", List.of(evaluated, Map.of("action", Map.of("name", "delete"))))));
        client.get()
                .uri("/.well-known/authzen-configuration")
                .exchange()
                .expectBody()
                .returnResult();
        for (MediaType type : List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON)) {
            client.post()
                    .uri("/v1/checks/batch")
                    .header("Authorization", Tokens.system(School.ID))
                    .accept(type)
                    .bodyValue(Map.of(
                            "schoolId", School.ID,
                            "purposes", List.of(purpose, "unknown"),
                            "studentIds", List.of(child.id(), UUID.randomUUID())))
                    .exchange()
                    .expectBody()
                    .returnResult();
        }
    }

    private static void officerAsksTheSchool(School school, String purpose) {
        String officer = Tokens.system(Role.SCHOOL_OFFICER, School.ID);
        String id = School.json(school.post(
                        "/v1/campaigns",
                        officer,
                        Map.of(
                                "schoolYear",
                                PeriodKind.SCHOOL_YEAR.periodOn(School.today()),
                                "name",
                                Map.of("vi", "Đầu năm"),
                                "purposes",
                                List.of(purpose),
                                "classes",
                                List.of("4A"),
                                "opensOn",
                                School.today().toString(),
                                "deadline",
                                School.today().toString())))
                .get("id")
                .asString();
        School.json(school.get("/v1/campaigns", officer));
        School.json(school.get("/v1/campaigns/" + id, officer));
        School.json(school.get("/v1/campaigns/" + id + "/coverage", officer));
        School.json(school.post("/v1/campaigns/" + id + "/reminders", officer, Map.of()));
        School.json(school.post("/v1/campaigns/" + id + "/closure", officer, Map.of()));
    }

    private static void anybodyVerifies(WebTestClient client, School school, Child child, String receipt) {
        School.json(school.get("/v1/receipts/" + receipt, mother(child)));
        receipt(client, child, receipt, "application/ld+json");
        String signed = receipt(client, child, receipt, "application/jose");
        client.post()
                .uri("/v1/receipts/verification")
                .bodyValue(Map.of("receipt", signed))
                .exchange()
                .expectBody()
                .jsonPath("$.valid")
                .isEqualTo(true);
        JsonNode document = School.json(school.get("/v1/receipts/" + receipt, mother(child)));
        client.post()
                .uri("/v1/receipts/proofs")
                .bodyValue(Map.of(
                        "receiptId",
                        receipt,
                        "hash",
                        document.at("/ledger/hash").asString()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        for (String open : List.of("/v1/receipts/keys", "/v1/checkpoints/latest", "/v1/checkpoints/1")) {
            client.get().uri(open).exchange().expectStatus().isOk().expectBody().returnResult();
        }
    }

    private static String receipt(WebTestClient client, Child child, String receipt, String type) {
        return client.get()
                .uri("/v1/receipts/" + receipt)
                .header("Authorization", mother(child))
                .accept(MediaType.parseMediaType(type))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static void officersTakeInWhatTheSchoolHolds(School school, String purpose) {
        String submitter = Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), School.ID);
        String second = Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), School.ID);
        Child child = school.child(5);
        JsonNode batch = School.json(school.post(
                "/v1/intakes",
                submitter,
                Map.of(
                        "sameContent",
                        true,
                        "lines",
                        List.of(Map.of(
                                "studentId", child.id().toString(),
                                "purpose", purpose,
                                "party", child.mother().toString(),
                                "decision", "GIVEN",
                                "expressedOn", "2025-09-05",
                                "method", "PAPER_FORM",
                                "reference", "HS 12/2025")))));
        String address = "/v1/intakes/" + batch.get("id").asString();
        School.json(school.get(address, second));
        School.json(school.get("/v1/unchecked-entries", second));
        String entered = batch.at("/sample/0/decisionId").asString();
        School.json(school.post(address + "/sample/" + entered + "/check", second, Map.of("outcome", "CONFIRMED")));
        officersActOnWhatWasEntered(school, child, purpose, entered);
    }

    /** The line was checked with its batch, so the check by itself is that of a settlement. */
    private static void officersActOnWhatWasEntered(School school, Child child, String purpose, String entered) {
        String clerk = Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), School.ID);
        String second = Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), School.ID);
        String of = "/v1/students/" + child.id();
        School.json(school.decide(child, child.father(), Role.GUARDIAN, purpose, "REFUSED"));
        JsonNode settled = School.json(school.post(
                of + "/settlements", clerk, Map.of("purpose", purpose, "decision", "GIVEN", "reference", "BB 3")));
        School.json(school.post(
                of + "/decisions/" + settled.get("entryId").asString() + "/check",
                second,
                Map.of("outcome", "CONFIRMED", "reference", "BB 3")));
        School.json(school.post(
                of + "/decisions/" + entered + "/correction",
                second,
                Map.of("readAs", "REFUSED", "reference", "BB 4")));
        School.json(school.post(of + "/orders", second, Map.of("purpose", purpose, "reference", "QD 5")));
    }

    private static void officerReadsTheLedger(School school, Child child) {
        School.json(school.get("/v1/students/" + child.id() + "/ledger", OFFICER));
        School.json(school.get("/v1/students/" + child.id() + "/ledger/verification", OFFICER));
        for (String export : List.of("/v1/ledger/export", "/v1/students/" + child.id() + "/ledger/export")) {
            school.get(export, OFFICER).expectStatus().isOk().expectBody().returnResult();
        }
    }

    private static String mother(Child child) {
        return Tokens.bearer(Role.GUARDIAN, child.mother());
    }
}
