package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.StudentChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** A school as this service hears of it, two holders of its data, and callers whose answers are held to the contract. */
@RealParts
abstract class RightsCase {
    static final HoldersStandIn HOLDERS = new HoldersStandIn();
    static final String SCHOOL = "hoa-sen";
    static final String TRANSPORT = "school-transport";
    private static final OpenApi CONTRACT = OpenApi.of("notification-service");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicLong SEQ = new AtomicLong();

    @Autowired
    DatabaseClient database;

    @LocalServerPort
    int port;

    final UUID mother = UUID.randomUUID();
    final UUID father = UUID.randomUUID();
    final UUID stranger = UUID.randomUUID();
    final UUID pupil = UUID.randomUUID();
    UUID student = UUID.randomUUID();

    @DynamicPropertySource
    static void holders(DynamicPropertyRegistry registry) {
        HOLDERS.configure(registry);
    }

    @BeforeEach
    void aSchoolYear() {
        HOLDERS.reset();
        purpose(TRANSPORT, "CONSENT");
        purpose("marks", "STATE_AGENCY_OPERATION");
        enrol(student, LocalDate.now().minusYears(10));
    }

    void enrol(UUID studentId, LocalDate birth) {
        Topic.send(
                Topics.ROSTER,
                studentId,
                StudentChangedV1.TYPE,
                new StudentChangedV1(
                        studentId,
                        SCHOOL,
                        1,
                        pupil,
                        birth,
                        true,
                        birth.plusYears(6),
                        null,
                        List.of(
                                new StudentChangedV1.Guardianship(mother, "MOTHER", birth, null, null, null),
                                new StudentChangedV1.Guardianship(father, "FATHER", birth, null, null, null))));
        awaitRow("select count(*) from known_student where student_id = '" + studentId + "'");
    }

    /** What consent-service tells of a decision of the mother, by the portal there. */
    DecisionRecordedV1 decision(String kind, long seq) {
        return new DecisionRecordedV1(
                UUID.randomUUID(),
                student,
                seq,
                SCHOOL,
                TRANSPORT,
                1,
                "2026-2027",
                kind,
                mother,
                "MOTHER",
                "PORTAL_TICK",
                null,
                Instant.now(),
                UUID.randomUUID(),
                kind,
                kind.equals("GIVEN") ? "PERMIT" : "DENY",
                "DENY");
    }

    void tell(DecisionRecordedV1 decision) {
        Topic.send(Topics.DECISIONS, student, DecisionRecordedV1.TYPE, decision);
    }

    /** The mother has agreed to transport, and this service has heard it. */
    void motherAgrees() {
        tell(decision("GIVEN", SEQ.incrementAndGet()));
        awaitRow("select count(*) from known_decision where decision = 'GIVEN' and student_id = '" + student + "'");
    }

    Reply get(String token, String path) {
        return exchange(HttpMethod.GET, token, path, Map.of(), null);
    }

    Reply post(String token, String path, Object body) {
        return exchange(
                HttpMethod.POST,
                token,
                path,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                body);
    }

    Reply post(String token, String path, Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        return exchange(HttpMethod.POST, token, path, all, body);
    }

    Reply put(String token, String path, Object body) {
        return exchange(
                HttpMethod.PUT,
                token,
                path,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                body);
    }

    Reply act(String token, String path, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        return exchange(HttpMethod.POST, token, path, all, null);
    }

    String motherToken() {
        return Tokens.bearer(Role.GUARDIAN, mother);
    }

    String officer(String school) {
        return Tokens.system(Role.SCHOOL_OFFICER, school);
    }

    /** Another officer of the school, who approved nothing. */
    String secondOfficer() {
        return Tokens.bearer(Role.SCHOOL_OFFICER, UUID.fromString("0198c0de-0000-7000-8000-0000000000f2"), SCHOOL);
    }

    /** An officer looks through what was gathered and releases it as proposed. */
    void release(UUID id) {
        release(secondOfficer(), id, List.of());
    }

    /** An officer looks through what was gathered and releases it, with rulings. */
    Reply release(String officer, UUID id, List<Map<String, Object>> items) {
        awaitRow("select count(*) from request where state in ('AWAITING_RELEASE', 'AVAILABLE') and id = '" + id + "'");
        assertThat(get(officer, "/v1/requests/" + id + "/gathered-data").status())
                .isEqualTo(200);
        Reply released = post(officer, "/v1/requests/" + id + "/release", Map.of("items", items));
        assertThat(released.status()).as(released.body().toString()).isEqualTo(200);
        return released;
    }

    /** The holders that have not answered are asked again now, and not when their turn comes. */
    void hurry() {
        database.sql("update gathering set next_attempt_at = now() where attempts > 0")
                .then()
                .block();
    }

    /** An officer of the school who is a person, and can approve what systems cannot. */
    String officerInPerson() {
        return Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), SCHOOL);
    }

    /** The request once it is in that state. */
    JsonNode awaitState(String token, UUID id, String state) {
        return await("request " + id + " " + state)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> get(token, "/v1/requests/" + id).body(),
                        body -> body.path("state").asString("").equals(state));
    }

    void awaitRow(String count) {
        await(count).atMost(Duration.ofSeconds(20)).until(() -> count(count) > 0);
    }

    long count(String sql) {
        Long count = database.sql(sql).mapValue(Long.class).one().block();
        return count == null ? 0 : count;
    }

    private void purpose(String code, String basis) {
        purpose(code, basis, List.of("full-name", "pick-up-point"));
    }

    void purpose(String code, String basis, List<String> categories) {
        Topic.send(
                Topics.PURPOSES,
                UUID.randomUUID(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        code,
                        1,
                        "MAJOR",
                        basis,
                        false,
                        categories,
                        Map.of("vi", "Xe đưa đón", "en", "School transport"),
                        Map.of("vi", "Con không đi xe của trường nữa.", "en", "No more bus."),
                        List.of(
                                new PurposePublishedV1.Recipient(
                                        "sector-database",
                                        Map.of("vi", "Cơ sở dữ liệu ngành", "en", "Sector database")),
                                new PurposePublishedV1.Recipient(
                                        "bus-company", Map.of("vi", "Công ty xe", "en", "Bus company"))),
                        Instant.now(),
                        List.of()));
        awaitRow("select count(*) from known_purpose where code = '" + code + "'");
    }

    Reply exchange(HttpMethod method, String token, String path, Map<String, String> headers, Object body) {
        WebTestClient.RequestBodySpec request = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/rights")
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build()
                .method(method)
                .uri(path)
                .header("Authorization", token)
                .header("Accept-Language", "en");
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        var result = request.exchange().expectBody().returnResult();
        CONTRACT.check(result);
        byte[] bytes = result.getResponseBody();
        return new Reply(
                result.getStatus().value(),
                bytes == null ? JSON.missingNode() : JSON.readTree(bytes),
                String.valueOf(result.getResponseHeaders().getETag()));
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body JSON
     * @param eTag its version
     */
    record Reply(int status, JsonNode body, String eTag) {
        UUID id() {
            return UUID.fromString(body.path("id").asString(""));
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        String problem() {
            String type = text("type");
            return status + " " + type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
