package vn.edu.privacy.consent.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.campaign.domain.SchoolYear;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** A school of its own that opens campaigns, with an officer; over HTTP only. */
public final class AskingSchool {
    private final String id = "truong-" + UUID.randomUUID().toString().substring(0, 8);
    private final String officer = Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), id);
    private final WebTestClient client;
    private final School http;

    /** Over a client whose paths begin behind the service's base path. */
    public AskingSchool(WebTestClient client) {
        this.client = client;
        this.http = new School(client);
    }

    public String id() {
        return id;
    }

    String officer() {
        return officer;
    }

    School http() {
        return http;
    }

    /** A student of that class and age whose parents are these. */
    public Child enrol(String className, int age, @Nullable UUID father, UUID mother, @Nullable UUID self) {
        LocalDate birth = School.today().minusYears(age).minusDays(40);
        Child child = new Child(UUID.randomUUID(), self, father, mother, "S" + UUID.randomUUID(), "Lê An", birth);
        List<Map<String, Object>> guardians = new ArrayList<>();
        if (father != null) {
            guardians.add(guardian(father, "FATHER", birth));
        }
        guardians.add(guardian(mother, "MOTHER", birth));
        return roster(child, className, guardians);
    }

    /** As {@link #enrol}, but a court has suspended the father. */
    Child enrolWithSuspendedFather(String className, UUID father, UUID mother) {
        LocalDate birth = School.today().minusYears(5).minusDays(40);
        Child child = new Child(UUID.randomUUID(), null, father, mother, "S" + UUID.randomUUID(), "Lê An", birth);
        Map<String, Object> suspended = guardian(father, "FATHER", birth);
        suspended.put("suspendedFrom", School.today().minusDays(1).toString());
        return roster(child, className, List.of(suspended, guardian(mother, "MOTHER", birth)));
    }

    /** Plans one that opens today. */
    public UUID open(List<String> purposes, LocalDate deadline) {
        JsonNode made = School.json(
                plan(plan(purposes, School.today(), deadline)).expectStatus().isCreated());
        assertThat(made.get("state").asString()).isEqualTo("OPEN");
        return UUID.fromString(made.get("id").asString());
    }

    WebTestClient.ResponseSpec plan(Map<String, Object> plan) {
        return http.post("/v1/campaigns", officer, plan);
    }

    static Map<String, Object> plan(List<String> purposes, LocalDate opensOn, LocalDate deadline) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("schoolYear", SchoolYear.of(School.today()).name());
        plan.put("purposes", purposes);
        plan.put("opensOn", opensOn.toString());
        plan.put("deadline", deadline.toString());
        return plan;
    }

    JsonNode coverage(UUID campaign, String token) {
        return School.json(http.get("/v1/campaigns/" + campaign + "/coverage", token)
                .expectStatus()
                .isOk());
    }

    void decides(Child child, UUID guardian, String purpose, String decision) {
        http.decide(child, guardian, Role.GUARDIAN, purpose, decision)
                .expectStatus()
                .isCreated();
    }

    private Child roster(Child child, String className, List<Map<String, Object>> guardians) {
        Map<String, Object> line = new HashMap<>();
        line.put("sectorId", child.sectorId());
        line.put("name", child.name());
        line.put("birthDate", child.birth().toString());
        line.put("birthDateSource", "SECTOR_DATABASE");
        line.put("className", className);
        line.put("enrolledFrom", "2020-09-05");
        line.put("guardians", guardians);
        if (child.self() != null) {
            line.put("personId", child.self().toString());
        }
        JsonNode answer = School.json(client.put()
                .uri("/v1/roster/schools/" + id + "/students")
                .header("Authorization", Tokens.system(Role.ROSTER_SYSTEM))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("asOf", Instant.now().toString(), "complete", false, "students", List.of(line)))
                .exchange()
                .expectStatus()
                .isOk());
        UUID studentId =
                UUID.fromString(answer.get("students").get(0).get("studentId").asString());
        return new Child(
                studentId, child.self(), child.father(), child.mother(), child.sectorId(), child.name(), child.birth());
    }

    private static Map<String, Object> guardian(UUID person, String capacity, LocalDate from) {
        return new HashMap<>(Map.of("personId", person.toString(), "capacity", capacity, "from", from.toString()));
    }
}
