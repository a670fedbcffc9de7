package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** The checks as OpenID AuthZEN Authorization API 1.0 asks them. */
@RealParts
class EvaluationIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private final String token = Tokens.system(School.ID);
    private WebTestClient client;
    private School school;
    private Child child;
    private Child other;
    private String purpose;

    @BeforeEach
    void twoChildrenOfWhomOneIsAgreedTo() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/consents")
                .build();
        school = School.at(port);
        purpose = TestPurpose.newCode("health");
        school.publish(purpose).expectStatus().isCreated();
        child = school.child(5);
        other = school.child(5);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    @Test
    void tellsWhereToAsk() {
        JsonNode told = JSON.readTree(client.get()
                .uri("/.well-known/authzen-configuration")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
        String address = told.path("policy_decision_point").asString("");
        assertThat(told.path("access_evaluation_endpoint").asString("")).isEqualTo(address + "/access/v1/evaluation");
        assertThat(told.path("access_evaluations_endpoint").asString("")).isEqualTo(address + "/access/v1/evaluations");
    }

    @Test
    void decidesAsACheckDoesAndLogsIt() {
        JsonNode permit = evaluate(asked(child));
        assertThat(permit.path("decision").asBoolean()).isTrue();
        assertThat(permit.at("/context/id").asString("")).isEqualTo("CONSENT_GIVEN");
        assertThat(permit.at("/context/reason_user/vi").asString("")).isNotBlank();
        assertThat(permit.at("/context/reason_user/en").asString("")).isNotBlank();
        assertThat(permit.at("/context/dataCategories").size()).isPositive();
        assertThat(log(permit)).isEqualTo("PERMIT|CONSENT_GIVEN|system-hoa-sen|gateway-app");

        JsonNode deny = evaluate(asked(other));
        assertThat(deny.path("decision").asBoolean()).isFalse();
        assertThat(log(deny)).isEqualTo("DENY|NO_VALID_CONSENT|system-hoa-sen|gateway-app");

        Map<String, Object> form = asked(child);
        form.put(
                "action",
                Map.of("name", "collect", "properties", Map.of("channelAddress", "https://forms.gle/x", "via", "app")));
        assertThat(evaluate(form).at("/context/id").asString("")).isEqualTo("FORM_FORBIDDEN");
        Map<String, Object> shared = asked(child);
        shared.put(
                "action",
                Map.of("name", "share", "properties", Map.of("recipient", "nobody-known", "route", "DATA_AXIS")));
        assertThat(evaluate(shared).at("/context/id").asString("")).isEqualTo("RECIPIENT_UNKNOWN");
    }

    @Test
    @Rule("S-17")
    void aDisconnectedClientIsDeniedWhoeverAsksForIt() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String officer = Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
        Map<String, Object> through = asked(child);
        through.put("subject", Map.of("type", "client", "id", "app-" + mark));
        assertThat(evaluate(through).path("decision").asBoolean()).isTrue();

        client.put()
                .uri("/v1/connected-systems/app-" + mark)
                .header(HttpHeaders.AUTHORIZATION, officer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("legalEntity", "0399" + mark, "name", "Công ty Ứng dụng"))
                .exchange()
                .expectStatus()
                .isOk();
        school.post(
                        "/v1/legal-entities/0399" + mark + "/suspension",
                        officer,
                        Map.of(
                                "reason",
                                "Chuyển dữ liệu cho bên khác",
                                "caseReference",
                                "VP-2026-1",
                                "intermediary",
                                true))
                .expectStatus()
                .isOk();

        assertThat(evaluate(through).at("/context/id").asString("")).isEqualTo("DISCONNECTED");
        assertThat(evaluate(asked(child)).path("decision").asBoolean()).isTrue();
    }

    @Test
    void severalShareWhatStandsBesideThemAndEndWhereAskedTo() {
        Map<String, Object> body = asked(child);
        body.remove("resource");
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Child each : List.of(other, child, other)) {
            parts.add(Map.of("resource", resource(each)));
        }
        body.put("evaluations", parts);

        assertThat(decisions(body)).containsExactly(false, true, false);
        body.put("options", Map.of("evaluations_semantic", "permit_on_first_permit", "trace", true));
        assertThat(decisions(body)).containsExactly(false, true);
        body.put("options", Map.of("evaluations_semantic", "deny_on_first_deny"));
        assertThat(decisions(body)).containsExactly(false);
    }

    @Test
    void whatIsWrongWithOneOfSeveralDeniesThatOne() {
        Map<String, Object> body = asked(child);
        body.put(
                "evaluations",
                List.of(
                        Map.of("action", Map.of("name", "delete")),
                        Map.of("resource", Map.of("type", "document", "id", "1")),
                        Map.of("resource", Map.of("type", "student-data", "id", child.id())),
                        Map.of("resource", of("sao-mai")),
                        Map.of()));
        JsonNode answered = post("/access/v1/evaluations", body);
        assertThat(answered.at("/evaluations/0/context/error/field").asString(""))
                .isEqualTo("action.name");
        assertThat(answered.at("/evaluations/1/context/error/field").asString(""))
                .isEqualTo("resource.properties.purpose");
        assertThat(answered.at("/evaluations/2/context/error/message").asString(""))
                .isEqualTo("not-evaluated");
        assertThat(answered.at("/evaluations/3/context/error/status").asInt()).isEqualTo(403);
        assertThat(answered.at("/evaluations/4/decision").asBoolean()).isTrue();

        body.remove("evaluations");
        assertThat(post("/access/v1/evaluations", body).path("decision").asBoolean())
                .isTrue();
    }

    @Test
    void aSingleOneThatCannotBeDecidedIsAProblem() {
        Map<String, Object> unknown = asked(child);
        unknown.put("action", Map.of("name", "delete"));
        JsonNode problem = JSON.readTree(exchange("/access/v1/evaluation", unknown)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
        assertThat(problem.path("type").asString("")).endsWith("/not-evaluated");
        Map<String, Object> foreign = asked(child);
        foreign.put("resource", of("sao-mai"));
        exchange("/access/v1/evaluation", foreign).expectStatus().isForbidden();
    }

    private Map<String, Object> asked(Child about) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", Map.of("type", "client", "id", "gateway-app", "properties", Map.of("ip", "127.0.0.1")));
        body.put("action", Map.of("name", "collect"));
        body.put("resource", resource(about));
        body.put("context", Map.of("time", "2026-12-01T07:00:00+07:00"));
        return body;
    }

    private Map<String, Object> resource(Child about) {
        return Map.of("type", "student-data", "id", about.id(), "properties", Map.of("purpose", purpose));
    }

    private Map<String, Object> of(String schoolId) {
        return Map.of(
                "type",
                "student-data",
                "id",
                child.id(),
                "properties",
                Map.of("purpose", purpose, "schoolId", schoolId, "path", "/marks"));
    }

    private List<Boolean> decisions(Map<String, Object> body) {
        return post("/access/v1/evaluations", body)
                .path("evaluations")
                .valueStream()
                .map(each -> each.path("decision").asBoolean())
                .toList();
    }

    private JsonNode evaluate(Map<String, Object> body) {
        return post("/access/v1/evaluation", body);
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return JSON.readTree(exchange(path, body)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Request-ID", "req-1")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    private WebTestClient.ResponseSpec exchange(String path, Map<String, Object> body) {
        return client.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, token)
                .header("X-Request-ID", "req-1")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(body))
                .exchange();
    }

    private String log(JsonNode decided) {
        return String.valueOf(database.sql("""
                        select answer || '|' || reason || '|' || caller || '|' || client from check_log
                        where check_id = $1""")
                .bind(0, UUID.fromString(decided.at("/context/checkId").asString()))
                .mapValue(String.class)
                .one()
                .block());
    }
}
