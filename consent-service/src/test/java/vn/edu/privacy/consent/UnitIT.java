package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** The tree of units, who answers for each, and who does which task. */
@RealParts
class UnitIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ApplicationContext context;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String department = "so-" + mark;
    private final String office = "phong-" + mark;
    private final String school = "truong-" + mark;
    private final String officer = Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
    private final String head = Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), school);
    private final LocalDate today = School.today();
    private WebTestClient client;

    @BeforeEach
    void aDepartmentAnOfficeAndASchool() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/consents")
                .build();
        keep(department, "DEPARTMENT");
        keep(office, "OFFICE");
        keep(school, "SCHOOL");
        ok(place(office, department, today.minusYears(1)));
        ok(place(school, office, today.minusYears(1)));
    }

    @Test
    @Rule("S-01")
    void aUnitIsMovedAndWhereItStoodStaysKnown() {
        String other = "phong2-" + mark;
        keep(other, "OFFICE");
        ok(place(other, department, today.minusYears(1)));

        ok(place(school, other, today.plusDays(10)));

        assertThat(on(today, school).path("parent").asString("")).isEqualTo(office);
        assertThat(on(today.plusDays(9), school).path("parent").asString("")).isEqualTo(office);
        assertThat(on(today.plusDays(10), school).path("parent").asString("")).isEqualTo(other);
        assertThat(problem(place(school, office, today.plusDays(10)))).isEqualTo("409 not-later");
        assertThatThrownBy(() -> database.sql("delete from unit_placement where unit_code = '" + school + "'")
                        .then()
                        .block())
                .hasStackTraceContaining("stays on record");
    }

    @Test
    @Rule("S-01")
    void theTreeIsATreeAndNotDeeperThanItMayBe() {
        assertThat(problem(place(office, office, today))).isEqualTo("422 unit-cycle");
        String below = "phong3-" + mark;
        keep(below, "OFFICE");
        ok(place(below, office, today.minusDays(5)));
        assertThat(problem(place(office, below, today))).isEqualTo("422 unit-cycle");
        assertThat(problem(place(below, school, today))).isEqualTo("422 unit-parent");
        assertThat(problem(place(department, office, today))).isEqualTo("422 unit-parent");
        assertThat(problem(place(below, "nobody-" + mark, today))).isEqualTo("422 unit-parent");
        assertThat(problem(place("nobody-" + mark, office, today))).isEqualTo("404 not-found");
        String last = below;
        for (int step = 4; step <= 6; step++) {
            String next = "phong" + step + "-" + mark;
            keep(next, "OFFICE");
            ok(place(next, last, today));
            last = next;
        }
        String deepest = "phong7-" + mark;
        keep(deepest, "OFFICE");
        assertThat(problem(place(deepest, last, today))).isEqualTo("422 unit-depth");
        assertThat(problem(send(HttpMethod.PUT, officer, "/v1/units/" + school, registration("OFFICE"))))
                .isEqualTo("409 unit-level");
    }

    @Test
    @Rule("S-01")
    void whatIsRecordedForLaterMakesNoCycleEither() {
        String other = "phong2-" + mark;
        keep(other, "OFFICE");
        ok(place(other, department, today.minusYears(1)));
        ok(place(office, other, today.plusDays(10)));

        assertThat(problem(place(other, office, today.plusDays(5)))).isEqualTo("422 unit-cycle");
        assertThat(problem(place(other, office, today.plusDays(20)))).isEqualTo("422 unit-cycle");

        assertThat(on(today.plusDays(30), other).path("parent").asString("")).isEqualTo(department);
        assertThat(on(today.plusDays(30), office).path("parent").asString("")).isEqualTo(other);
    }

    @Test
    void exactlyOnePersonAnswersForAUnitOnAnyDayAndNoneIsAFinding() {
        assertThat(problem(send(HttpMethod.GET, officer, "/v1/units?on=someday", null)))
                .startsWith("400 ");
        assertThat(on(today, school).path("findings").toString()).contains("NO_HEAD");

        ok(handOver("hieu-truong-1", "Nguyễn Thị Hoa", today.minusDays(100)));
        ok(handOver("hieu-truong-2", "Trần Văn Sen", today.plusDays(3)));

        assertThat(on(today, school).path("findings").toString()).doesNotContain("NO_HEAD");
        assertThat(on(today.plusDays(2), school).at("/head/personId").asString(""))
                .isEqualTo("hieu-truong-1");
        assertThat(on(today.plusDays(3), school).at("/head/personId").asString(""))
                .isEqualTo("hieu-truong-2");
        assertThat(on(today.minusDays(101), school).has("head")).isFalse();
        assertThat(problem(handOver("hieu-truong-3", "Lê Văn C", today.plusDays(3))))
                .isEqualTo("409 not-later");
        JsonNode details = ok(send(HttpMethod.GET, head, "/v1/units/" + school, null));
        assertThat(details.path("heads").findValuesAsString("personId"))
                .containsExactly("hieu-truong-2", "hieu-truong-1");
        assertThat(details.at("/heads/1/until").asString(""))
                .isEqualTo(today.plusDays(3).toString());
    }

    @Test
    @Rule("S-09")
    void aHeadAssignsTheTasksOfEachPurposeAndWhatIsNobodysIsCounted() {
        String purpose = TestPurpose.newCode("health");
        School.at(port).publish(purpose).expectStatus().isCreated();
        long before = on(today, school).path("unassignedTasks").asLong();
        assertThat(on(today, school).path("findings").toString()).contains("TASKS_UNASSIGNED");

        JsonNode duty = ok(assign(head, purpose, "COLLECT", today, null));
        assertThat(on(today, school).path("unassignedTasks").asLong()).isEqualTo(before - 1);
        assertThat(problem(assign(head, purpose, "COLLECT", today.plusDays(30), null)))
                .isEqualTo("409 duty-assigned");
        assertThat(problem(assign(head, "no-such-" + mark, "COLLECT", today, null)))
                .isEqualTo("422 duty-purpose");
        assertThat(problem(assign(head, purpose, "KEEP", today, today))).isEqualTo("409 not-later");
        assertThat(problem(assign(officer, purpose, "KEEP", today, null))).isEqualTo("403 forbidden");
        assertThat(problem(assign(
                        Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), "other-" + mark),
                        purpose,
                        "KEEP",
                        today,
                        null)))
                .isEqualTo("403 forbidden");

        String end = "/v1/units/" + school + "/duties/" + duty.path("id").asString("") + "/end";
        send(HttpMethod.POST, head, end, Map.of("until", today.plusDays(7).toString()))
                .expectStatus()
                .isNoContent();
        assertThat(on(today.plusDays(6), school).path("unassignedTasks").asLong())
                .isEqualTo(before - 1);
        assertThat(on(today.plusDays(7), school).path("unassignedTasks").asLong())
                .isEqualTo(before);
        assertThat(problem(send(
                        HttpMethod.POST,
                        head,
                        "/v1/units/" + school + "/duties/" + UUID.randomUUID() + "/end",
                        Map.of("until", today.plusDays(7).toString()))))
                .isEqualTo("404 not-found");
        ok(assign(head, purpose, "COLLECT", today.plusDays(7), null));
        assertThat(problem(send(
                        HttpMethod.POST,
                        head,
                        end,
                        Map.of("until", today.plusDays(8).toString()))))
                .isEqualTo("409 not-later");
    }

    @Test
    @Rule("S-04")
    void everybodyReadsWhatAUnitDoesWithDataAndWhoAnswersForIt() {
        String purpose = TestPurpose.newCode("health");
        School.at(port).publish(purpose, "Hồ sơ " + mark).expectStatus().isCreated();
        ok(handOver("hieu-truong-1", "Nguyễn Thị Hoa", today.minusDays(100)));

        String page = page("/units/" + school);
        assertThat(page)
                .contains(
                        "Dữ liệu ở Trường " + mark,
                        "Nguyễn Thị Hoa, Hiệu trưởng",
                        "ngoài công lập",
                        "Văn phòng " + mark)
                .contains("Hồ sơ " + mark, "Điều 11 Nghị định 13/2023/NĐ-CP", "Chỉ khi học sinh và cha mẹ đồng ý.")
                .doesNotContain("hieu-truong-1", "??");
        assertThat(page("/units/" + school + "?lang=en"))
                .contains("Data at School " + mark, "non-public", "Only when the pupil and the parents agree.");
        client.get().uri("/units/nobody-" + mark).exchange().expectStatus().isNotFound();
    }

    @Test
    @Rule("S-04")
    void aFamilyIsLedThereOnceTheSchoolIsRegistered() {
        School pupils = School.at(port);
        School.Child child = pupils.child(9);
        WebTestClient mother = new Portal(context).as(Role.GUARDIAN, child.mother());
        String link = "/units/" + School.ID;
        database.sql("delete from unit u where code = '" + School.ID
                        + "' and not exists (select 1 from unit_placement p where p.unit_code = u.code)")
                .then()
                .block();
        assertThat(Portal.page(mother, "/children/" + child.id())).doesNotContain(link);

        keep(School.ID, "SCHOOL");

        assertThat(Portal.page(mother, "/children/" + child.id())).contains(link);
    }

    private String page(String path) {
        return String.valueOf(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void keep(String code, String level) {
        ok(send(HttpMethod.PUT, officer, "/v1/units/" + code, registration(level)));
    }

    private Map<String, Object> registration(String level) {
        return Map.of(
                "level",
                level,
                "standing",
                "NON_PUBLIC",
                "name",
                Map.of("vi", "Trường " + mark, "en", "School " + mark),
                "contact",
                Map.of("vi", "Văn phòng " + mark, "en", "Office " + mark));
    }

    private WebTestClient.ResponseSpec place(String code, String parent, LocalDate from) {
        return send(
                HttpMethod.POST,
                officer,
                "/v1/units/" + code + "/placements",
                Map.of("parent", parent, "from", from.toString()));
    }

    private WebTestClient.ResponseSpec handOver(String person, String name, LocalDate from) {
        return send(
                HttpMethod.POST,
                officer,
                "/v1/units/" + school + "/heads",
                Map.of(
                        "personId",
                        person,
                        "name",
                        name,
                        "position",
                        Map.of("vi", "Hiệu trưởng", "en", "Headteacher"),
                        "from",
                        from.toString()));
    }

    private WebTestClient.ResponseSpec assign(
            String token, String purpose, String task, LocalDate from, @Nullable LocalDate until) {
        Map<String, Object> body = new HashMap<>(
                Map.of("purpose", purpose, "task", task, "personId", "can-bo-1", "from", from.toString()));
        if (until != null) {
            body.put("until", until.toString());
        }
        return send(HttpMethod.POST, token, "/v1/units/" + school + "/duties", body);
    }

    private JsonNode on(LocalDate day, String code) {
        JsonNode all = ok(send(HttpMethod.GET, officer, "/v1/units?on=" + day, null));
        List<JsonNode> found = all.path("items")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(code))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private WebTestClient.ResponseSpec send(
            HttpMethod method, String token, String path, @Nullable Map<String, Object> body) {
        WebTestClient.RequestBodySpec request = client.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(JSON.writeValueAsString(body)))
                .exchange();
    }

    private static JsonNode ok(WebTestClient.ResponseSpec answered) {
        return JSON.readTree(answered.expectStatus()
                .is2xxSuccessful()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    private static String problem(WebTestClient.ResponseSpec answered) {
        var result = answered.expectBody().returnResult();
        String type =
                JSON.readTree(result.getResponseBodyContent()).path("type").asString("");
        return result.getStatus().value() + " " + type.substring(type.lastIndexOf('/') + 1);
    }
}
