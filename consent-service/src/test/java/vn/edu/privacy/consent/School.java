package vn.edu.privacy.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** Drives the service as a school, its families and its systems do, over HTTP only. */
public final class School {
    /** The school that all tests are at. */
    public static final String ID = "hoa-sen";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebTestClient client;

    /** Over a client whose paths begin behind the service's base path. */
    public School(WebTestClient client) {
        this.client = client;
    }

    /** At a service that listens on that port. */
    public static School at(int port) {
        return new School(client(port));
    }

    public static WebTestClient client(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/consents")
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** A child of that age, with a father and a mother and a login of its own. */
    public Child child(int age) {
        return enrol("Nguyễn Minh Anh", age, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    /** A child with a mother, and a login of its own when there is one to name. */
    public Child enrol(String name, int age, UUID mother, @Nullable UUID self) {
        return enrol(name, age, null, mother, self);
    }

    /** A child that turns that many years old on a day, with a father and a mother and a login of its own. */
    public Child turning(int years, LocalDate day) {
        return enrol("Nguyễn Minh Anh", day.minusYears(years), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    private Child enrol(String name, int age, @Nullable UUID father, UUID mother, @Nullable UUID self) {
        return enrol(name, today().minusYears(age).minusDays(40), father, mother, self);
    }

    private Child enrol(String name, LocalDate birth, @Nullable UUID father, UUID mother, @Nullable UUID self) {
        Child child = new Child(UUID.randomUUID(), self, father, mother, "S" + UUID.randomUUID(), name, birth);
        List<Map<String, Object>> guardians = new ArrayList<>();
        if (father != null) {
            guardians.add(guardian(father, "FATHER", birth));
        }
        guardians.add(guardian(mother, "MOTHER", birth));
        return child.as(roster(child, guardians));
    }

    /** The father's relation ends today. */
    public void fatherLeaves(Child child) {
        fatherChanges(child, "until", today());
    }

    /** The father's relation ended on that day, it turns out. */
    public void fatherLeft(Child child, LocalDate day) {
        fatherChanges(child, "until", day);
    }

    /** A court has suspended the father's authority from today on. */
    public void fatherIsSuspended(Child child) {
        fatherChanges(child, "suspendedFrom", today());
    }

    /** The court has lifted the suspension. */
    public void fatherIsBack(Child child) {
        roster(
                child,
                List.of(
                        guardian(child.father(), "FATHER", child.birth()),
                        guardian(child.mother(), "MOTHER", child.birth())));
    }

    /** The student, with father and mother, is no longer at the school from today on. */
    public void leaves(Child child) {
        Map<String, Object> line = student(
                child,
                List.of(
                        guardian(child.father(), "FATHER", child.birth()),
                        guardian(child.mother(), "MOTHER", child.birth())));
        line.put("enrolledUntil", today().toString());
        synchronise(line);
    }

    private void fatherChanges(Child child, String what, LocalDate day) {
        Map<String, Object> father = new HashMap<>(guardian(child.father(), "FATHER", child.birth()));
        father.put(what, day.toString());
        roster(child, List.of(father, guardian(child.mother(), "MOTHER", child.birth())));
    }

    /** The school says again that the child is there, since that day and to that day; gives what became of the line. */
    public JsonNode enrolledAgain(Child child, LocalDate from, @Nullable LocalDate until) {
        Map<String, Object> line = student(child, List.of(guardian(child.mother(), "MOTHER", child.birth())));
        line.put("enrolledFrom", from.toString());
        if (until != null) {
            line.put("enrolledUntil", until.toString());
        }
        return synchronise(line);
    }

    public WebTestClient.ResponseSpec publish(String code) {
        return publish(code, "Hồ sơ sức khỏe");
    }

    public WebTestClient.ResponseSpec publish(String code, String name) {
        return post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), TestPurpose.draft(code, name));
    }

    /** Publishes a purpose of that name that needs consent; gives its code. */
    public String publishNamed(String name) {
        String code = TestPurpose.newCode("trip");
        publish(code, name).expectStatus().isCreated();
        return code;
    }

    /** Publishes a MAJOR version of it. */
    public WebTestClient.ResponseSpec publishAnew(String code, String name) {
        return post(
                "/v1/purposes/" + code + "/versions",
                Tokens.system(Role.DATA_PROTECTION_OFFICER),
                TestPurpose.nextVersion(name, "MAJOR"));
    }

    /** Publishes a MAJOR version with one kind of data and one recipient more, kept a year longer. */
    public WebTestClient.ResponseSpec publishMore(String code, String name) {
        Map<String, Object> more = TestPurpose.nextVersion(name, "MAJOR");
        more.put(
                "dataCategories",
                List.of(
                        TestPurpose.category("height", "Chiều cao"),
                        TestPurpose.category("allergies", "Dị ứng"),
                        TestPurpose.category("blood-type", "Nhóm máu")));
        more.put(
                "recipients",
                List.of(
                        Map.of("code", "sector-database", "name", TestPurpose.text("Cơ sở dữ liệu ngành")),
                        Map.of("code", "clinic", "name", TestPurpose.text("Trạm y tế phường"))));
        more.put("processingUntil", today().plusYears(4).toString());
        return post("/v1/purposes/" + code + "/versions", Tokens.system(Role.DATA_PROTECTION_OFFICER), more);
    }

    /** Publishes a purpose of that name that rests on a law; gives its code. */
    public String publishByLaw(String name) {
        String code = TestPurpose.newCode("marks");
        post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), TestPurpose.byLaw(code, name))
                .expectStatus()
                .isCreated();
        return code;
    }

    public JsonNode serve(Child child, UUID person, Role role, String purpose) {
        return json(post(
                        "/v1/students/" + child.id() + "/served-notices",
                        Tokens.bearer(role, person),
                        Map.of("purpose", purpose, "language", "vi"))
                .expectStatus()
                .isCreated());
    }

    public WebTestClient.ResponseSpec decide(Child child, UUID person, Role role, String purpose, String decision) {
        Map<String, Object> item = decision.equals("WITHDRAWN")
                ? withdrawal(purpose)
                : answer(
                        purpose,
                        decision,
                        serve(child, person, role, purpose).get("id").asString());
        return decisions(child, person, role, item);
    }

    public static Map<String, Object> withdrawal(String purpose) {
        return Map.of("purpose", purpose, "decision", "WITHDRAWN", "consequencesAcknowledged", true);
    }

    public static Map<String, Object> answer(String purpose, String decision, String notice) {
        return Map.of("purpose", purpose, "decision", decision, "notice", notice);
    }

    public WebTestClient.ResponseSpec decisions(Child child, UUID person, Role role, Map<String, Object> item) {
        return decisions(child, person, role, item, UUID.randomUUID().toString());
    }

    public WebTestClient.ResponseSpec decisions(
            Child child, UUID person, Role role, Map<String, Object> item, String key) {
        return post(
                "/v1/students/" + child.id() + "/decisions",
                Tokens.bearer(role, person),
                Map.of("decisions", List.of(item), "method", "PORTAL_TICK"),
                key);
    }

    public JsonNode check(Child child, String purpose) {
        return json(check(ID, child, purpose, Map.of()).expectStatus().isOk());
    }

    /** Asks as a school's system, about the moment or the part of the data that is named besides. */
    public WebTestClient.ResponseSpec check(String schoolId, Child child, String purpose, Map<String, ?> more) {
        Map<String, Object> question = new HashMap<>();
        more.forEach((which, value) -> question.put(which, value instanceof Instant at ? at.toString() : value));
        question.put("schoolId", schoolId);
        question.put("studentId", child.id().toString());
        question.put("purpose", purpose);
        return post("/v1/checks", Tokens.system(schoolId), question);
    }

    public WebTestClient.ResponseSpec post(String path, String token, Map<String, Object> body) {
        return post(path, token, body, UUID.randomUUID().toString());
    }

    private WebTestClient.ResponseSpec post(String path, String token, Map<String, Object> body, String key) {
        return client.post()
                .uri(path)
                .header("Authorization", token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(body))
                .exchange();
    }

    public WebTestClient.ResponseSpec get(String path, String token) {
        return client.get().uri(path).header("Authorization", token).exchange();
    }

    public static JsonNode json(WebTestClient.ResponseSpec response) {
        return json(response.expectBody().returnResult().getResponseBodyContent());
    }

    static JsonNode json(byte @Nullable [] body) {
        return body == null ? JSON.missingNode() : JSON.readTree(body);
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private UUID roster(Child child, List<Map<String, Object>> guardians) {
        return UUID.fromString(
                synchronise(student(child, guardians)).get("studentId").asString());
    }

    private JsonNode synchronise(Map<String, Object> line) {
        return json(client.put()
                        .uri("/v1/roster/schools/" + ID + "/students")
                        .header("Authorization", Tokens.system(Role.ROSTER_SYSTEM))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(JSON.writeValueAsString(
                                Map.of("asOf", Instant.now().toString(), "complete", false, "students", List.of(line))))
                        .exchange()
                        .expectStatus()
                        .isOk())
                .get("students")
                .get(0);
    }

    private static Map<String, Object> student(Child child, List<Map<String, Object>> guardians) {
        Map<String, Object> line = new HashMap<>();
        line.put("sectorId", child.sectorId());
        line.put("name", child.name());
        line.put("birthDate", child.birth().toString());
        line.put("birthDateSource", "SECTOR_DATABASE");
        line.put("className", "4A");
        line.put("enrolledFrom", "2020-09-05");
        line.put("guardians", guardians);
        if (child.self() != null) {
            line.put("personId", child.self().toString());
        }
        return line;
    }

    private static Map<String, Object> guardian(UUID person, String capacity, LocalDate from) {
        return Map.of("personId", person.toString(), "capacity", capacity, "from", from.toString());
    }

    /** A student with the family's logins. */
    public record Child(
            UUID id,
            @Nullable UUID self,
            @Nullable UUID father,
            UUID mother,
            String sectorId,
            String name,
            LocalDate birth) {
        Child as(UUID studentId) {
            return new Child(studentId, self, father, mother, sectorId, name, birth);
        }
    }
}
