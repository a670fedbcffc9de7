package vn.edu.privacy.consent.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** A school that fills roster and catalogue the way the real one does: over the API. */
final class School {
    private static final String ID = "hoa-sen";

    private final WebTestClient client;

    School(WebTestClient client) {
        this.client = client;
    }

    /** Enrols a student of that age; gives our id of it. */
    UUID enrol(String name, int age, UUID mother, @Nullable UUID self) {
        Map<String, Object> line = new HashMap<>();
        line.put("sectorId", "HS-" + UUID.randomUUID().toString().substring(0, 13));
        line.put("name", name);
        line.put("birthDate", LocalDate.now().minusYears(age).minusDays(40).toString());
        line.put("birthDateSource", "SECTOR_DATABASE");
        line.put("className", "1A");
        line.put("enrolledFrom", LocalDate.now().minusDays(30).toString());
        line.put(
                "guardians",
                List.of(Map.of(
                        "personId",
                        mother.toString(),
                        "capacity",
                        "MOTHER",
                        "from",
                        LocalDate.now().minusYears(age).minusDays(40).toString())));
        if (self != null) {
            line.put("personId", self.toString());
        }
        Map<?, ?> answer = Objects.requireNonNull(client.put()
                .uri("/v1/roster/schools/{id}/students", ID)
                .header(HttpHeaders.AUTHORIZATION, Tokens.system(Role.ROSTER_SYSTEM))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("asOf", Instant.now().toString(), "complete", false, "students", List.of(line)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        Map<?, ?> student = (Map<?, ?>) ((List<?>) Objects.requireNonNull(answer.get("students"))).getFirst();
        return UUID.fromString(String.valueOf(student.get("studentId")));
    }

    /** Publishes a purpose that needs consent; gives its code. */
    String publish(String name) {
        String code = "trip-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> purpose = content(name);
        purpose.put("code", code);
        post("/v1/purposes", purpose);
        return code;
    }

    /** Publishes a MAJOR version of it. */
    void publishAnew(String code, String name) {
        Map<String, Object> purpose = content(name);
        purpose.put("change", "MAJOR");
        post("/v1/purposes/" + code + "/versions", purpose);
    }

    private void post(String path, Object body) {
        client.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, Tokens.bearer(Role.DATA_PROTECTION_OFFICER, UUID.randomUUID()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static Map<String, Object> content(String name) {
        Map<String, Object> purpose = new HashMap<>();
        purpose.put("category", "EDUCATION");
        purpose.put("lawfulBasis", "CONSENT");
        purpose.put("sensitive", true);
        purpose.put(
                "dataCategories",
                List.of(Map.of("code", "allergies", "name", both("Dị ứng", "Allergies"), "sensitive", true)));
        purpose.put(
                "recipients", List.of(Map.of("code", "sao-mai-bus", "name", both("Công ty xe Sao Mai", "Sao Mai"))));
        purpose.put("periodKind", "SCHOOL_YEAR");
        purpose.put("processingFrom", LocalDate.now().minusDays(30).toString());
        purpose.put("processingUntil", LocalDate.now().plusDays(200).toString());
        purpose.put("notices", Map.of("vi", notice(name), "en", notice(name + " (English)")));
        return purpose;
    }

    private static Map<String, String> both(String vi, String en) {
        return Map.of("vi", vi, "en", en);
    }

    private static Map<String, String> notice(String name) {
        Map<String, String> notice = new HashMap<>();
        for (String item : List.of(
                "summary", "processing", "recipients", "risks", "ifRefused", "withdrawal", "rights", "controller")) {
            notice.put(item, name + ": " + item);
        }
        notice.put("name", name);
        notice.put("consequences", "Con không đi xe của trường nữa.");
        return notice;
    }
}
