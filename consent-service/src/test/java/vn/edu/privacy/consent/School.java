package vn.edu.privacy.consent;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** Drives the service as a school, its families and its systems do, over HTTP only. */
public final class School {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebTestClient client;
    private final String id;

    public School(WebTestClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /** A child of that age, with a father and a mother and a login of its own. */
    public Child child(int age) {
        Child child = new Child(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "S" + UUID.randomUUID());
        return enrol(child, today().minusYears(age).minusDays(30));
    }

    public Child enrol(Child child, LocalDate birth) {
        return child.as(roster(student(
                child,
                birth,
                List.of(guardian(child.father(), "FATHER", birth), guardian(child.mother(), "MOTHER", birth)))));
    }

    /** The father's relation ends today. */
    public void fatherLeaves(Child child, LocalDate birth) {
        List<Map<String, Object>> guardians = new ArrayList<>();
        guardians.add(Map.of(
                "personId", child.father().toString(),
                "capacity", "FATHER",
                "from", birth.toString(),
                "until", today().toString()));
        guardians.add(guardian(child.mother(), "MOTHER", birth));
        roster(student(child, birth, guardians));
    }

    public WebTestClient.ResponseSpec publish(String code) {
        return post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), purpose(code));
    }

    public static Map<String, Object> purpose(String code) {
        return Map.of(
                "code",
                code,
                "category",
                "EDUCATION",
                "lawfulBasis",
                "CONSENT",
                "sensitive",
                true,
                "dataCategories",
                List.of(
                        Map.of("code", "height", "name", text("Chiều cao"), "sensitive", true),
                        Map.of("code", "allergies", "name", text("Dị ứng"), "sensitive", true)),
                "recipients",
                List.of(Map.of("code", "sector-database", "name", text("Cơ sở dữ liệu ngành"))),
                "periodKind",
                "SCHOOL_YEAR",
                "processingFrom",
                "2024-09-05",
                "processingUntil",
                today().plusYears(3).toString(),
                "notices",
                Map.of("vi", notice("Hồ sơ sức khỏe"), "en", notice("Health record")));
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
                ? Map.of("purpose", purpose, "decision", decision, "consequencesAcknowledged", true)
                : Map.of(
                        "purpose", purpose,
                        "decision", decision,
                        "notice", serve(child, person, role, purpose).get("id").asString());
        return decisions(child, person, role, item);
    }

    public WebTestClient.ResponseSpec decisions(Child child, UUID person, Role role, Map<String, Object> item) {
        return post(
                "/v1/students/" + child.id() + "/decisions",
                Tokens.bearer(role, person),
                Map.of("decisions", List.of(item), "method", "PORTAL_TICK"));
    }

    public JsonNode check(Child child, String purpose) {
        return json(post(
                        "/v1/checks",
                        Tokens.system(id),
                        Map.of("schoolId", id, "studentId", child.id().toString(), "purpose", purpose))
                .expectStatus()
                .isOk());
    }

    public WebTestClient.ResponseSpec post(String path, String token, Map<String, Object> body) {
        return client.post()
                .uri("/consents" + path)
                .header("Authorization", token.startsWith("Bearer") ? token : "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(body))
                .exchange();
    }

    public WebTestClient.ResponseSpec get(String path, String token) {
        return client.get()
                .uri("/consents" + path)
                .header("Authorization", token.startsWith("Bearer") ? token : "Bearer " + token)
                .exchange();
    }

    public static JsonNode json(WebTestClient.ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBodyContent();
        return JSON.readTree(body);
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private UUID roster(Map<String, Object> student) {
        JsonNode answer = json(client.put()
                .uri("/consents/v1/roster/schools/" + id + "/students")
                .header(
                        "Authorization",
                        "Bearer " + Tokens.system(Role.ROSTER_SYSTEM).replace("Bearer ", ""))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(Map.of(
                        "asOf", java.time.Instant.now().toString(), "complete", false, "students", List.of(student))))
                .exchange()
                .expectStatus()
                .isOk());
        return UUID.fromString(answer.get("students").get(0).get("studentId").asString());
    }

    private static Map<String, Object> student(Child child, LocalDate birth, List<Map<String, Object>> guardians) {
        return Map.of(
                "sectorId",
                child.sectorId(),
                "name",
                "Nguyễn Minh Anh",
                "birthDate",
                birth.toString(),
                "birthDateSource",
                "SECTOR_DATABASE",
                "className",
                "4A",
                "personId",
                child.self().toString(),
                "enrolledFrom",
                "2020-09-05",
                "guardians",
                guardians);
    }

    private static Map<String, Object> guardian(UUID person, String capacity, LocalDate from) {
        return Map.of("personId", person.toString(), "capacity", capacity, "from", from.toString());
    }

    private static Map<String, Object> text(String text) {
        return Map.of("vi", text, "en", text);
    }

    private static Map<String, Object> notice(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("summary", "Trường ghi lại kết quả khám sức khỏe."),
                Map.entry("processing", "Ghi và lưu trong cơ sở dữ liệu ngành."),
                Map.entry("recipients", "Nhân viên y tế của trường."),
                Map.entry("risks", "Lộ thông tin sức khỏe."),
                Map.entry("ifRefused", "Con vẫn học bình thường."),
                Map.entry("withdrawal", "Trong cổng, bất cứ lúc nào."),
                Map.entry("consequences", "Khi con mệt, trường sẽ gọi anh/chị."),
                Map.entry("rights", "Xem, sửa, xóa, rút lại."),
                Map.entry("controller", "Trường Hoa Sen, 028 0000 0000"),
                Map.entry("childText", "Trường xin phép ghi chiều cao của em."));
    }

    /** A student with the family's logins. */
    public record Child(UUID id, UUID self, UUID father, UUID mother, String sectorId) {
        Child(UUID self, UUID father, UUID mother, String sectorId) {
            this(self, self, father, mother, sectorId);
        }

        Child as(UUID studentId) {
            return new Child(studentId, self, father, mother, sectorId);
        }
    }
}
