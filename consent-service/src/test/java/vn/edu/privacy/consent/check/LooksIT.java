package vn.edu.privacy.consent.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** Who asked about a student, as the family reads it. */
@RealParts
@TestPropertySource(
        properties = {
            "privacy.check.systems.system-hoa-sen.name.vi=Hệ thống học tập Hoa Sen",
            "privacy.check.systems.system-hoa-sen.name.en=Hoa Sen learning platform"
        })
class LooksIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DatabaseClient database;

    private Portal portal;
    private School school;
    private Child child;

    @BeforeEach
    void aChild() {
        portal = new Portal(context);
        school = new School(portal.anybody());
        child = school.child(10);
    }

    @Test
    @Rule({"S-12", "R-LOG-02"})
    void batchOfAThousandReadsAsOneQuestionOfANamedSystem() {
        String transport = school.publishNamed("Xe đưa đón");
        String marks = school.publishByLaw("Học bạ");
        List<UUID> class4A =
                new ArrayList<>(Stream.generate(UUID::randomUUID).limit(999).toList());
        class4A.add(child.id());
        Collections.shuffle(class4A);
        ask(
                "/v1/checks/batch",
                Map.of("schoolId", School.ID, "purposes", List.of(transport, marks), "studentIds", class4A));

        JsonNode looks = looks(child.mother(), "").path("items");

        assertThat(looks.size()).isEqualTo(1);
        JsonNode look = looks.get(0);
        assertThat(look.path("system").asString("")).isEqualTo("Hệ thống học tập Hoa Sen");
        assertThat(look.path("times").asInt()).isEqualTo(1);
        assertThat(look.path("purposes").findValuesAsString("name")).containsExactlyInAnyOrder("Xe đưa đón", "Học bạ");
        assertThat(of(look, transport).path("denied").asInt()).isEqualTo(1);
        assertThat(of(look, marks).path("permitted").asInt()).isEqualTo(1);
    }

    @Test
    @Rule("S-12")
    void eachMemberOfTheFamilyReadsItInPlainWords() {
        String transport = school.publishNamed("Xe đưa đón");
        for (int times = 0; times < 2; times++) {
            ask("/v1/checks", Map.of("schoolId", School.ID, "studentId", child.id(), "purpose", transport));
        }
        String address = "/children/" + child.id() + "/looked";
        for (WebTestClient reader : List.of(
                portal.as(Role.GUARDIAN, child.mother()),
                portal.as(Role.GUARDIAN, Objects.requireNonNull(child.father())),
                portal.as(Role.STUDENT, Objects.requireNonNull(child.self())))) {
            assertThat(Portal.page(reader, address))
                    .contains("Hệ thống học tập Hoa Sen", "2 lần, từ", "Xe đưa đón", "không được dùng (2 lần)")
                    .contains("/rights/students/" + child.id() + "/looked")
                    .doesNotContain("??");
        }
        WebTestClient mother = portal.as(Role.GUARDIAN, child.mother());
        assertThat(Portal.page(mother, address + "?lang=en"))
                .contains("Hoa Sen learning platform", "might not use it (2 times)");
        assertThat(Portal.page(mother, "/children/" + child.id())).contains(address);
    }

    @Test
    void strangersFindNothingAndSystemsMayNotAsk() {
        UUID father = Objects.requireNonNull(child.father());
        school.fatherLeaves(child);
        for (UUID person : List.of(father, UUID.randomUUID())) {
            read(Tokens.bearer(Role.GUARDIAN, person), "").isEqualTo(HttpStatus.NOT_FOUND);
            portal.as(Role.GUARDIAN, person)
                    .get()
                    .uri("/children/" + child.id() + "/looked")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        read(Tokens.system(School.ID), "").isEqualTo(HttpStatus.FORBIDDEN);
        read(Tokens.bearer(Role.GUARDIAN, child.mother()), "?before=nonsense").isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionWhileMoreIsAsked() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        for (int day = 0; day < 4; day++) {
            for (String caller : List.of("lms", "bus", "library")) {
                // midnight in Viet Nam is 17:00 UTC of the day before
                logged(caller, Instant.parse(today.minusDays(day) + "T16:59:59Z"));
                logged(caller, Instant.parse(today.minusDays(day + 1L) + "T17:00:00Z"));
            }
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = looks(child.mother(), "?limit=5" + (next.isEmpty() ? "" : "&before=" + next));
            page.path("items").forEach(look -> {
                assertThat(look.path("times").asInt()).isEqualTo(2);
                seen.add(look.path("day").asString("") + " "
                        + look.path("client").asString(""));
            });
            next = page.path("next").asString("");
            logged("new", Instant.parse("2026-11-21T01:00:00Z"));
        } while (!next.isEmpty());

        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 4))
                .containsExactly("2026-11-20 bus", "2026-11-20 library", "2026-11-20 lms", "2026-11-19 bus");
    }

    @Test
    void systemWithoutARegisteredNameIsShownAsThat() {
        logged("lms", Instant.parse("2026-11-20T01:00:00Z"));

        assertThat(Portal.page(portal.as(Role.GUARDIAN, child.mother()), "/children/" + child.id() + "/looked"))
                .contains("Hệ thống chưa đăng ký tên", "<code>lms</code>");
    }

    private void logged(String caller, Instant at) {
        database.sql("""
                        insert into check_log (student_id, check_id, purpose, school_id, caller, client, answer, reason,
                            asked_at)
                        values ($1, $2, 'transport', 'hoa-sen', $3, $3, 'DENY', 'NO_VALID_CONSENT', $4)""")
                .bind(0, child.id())
                .bind(1, UUID.randomUUID())
                .bind(2, caller)
                .bind(3, at)
                .then()
                .block();
    }

    private void ask(String path, Map<String, Object> question) {
        portal.anybody()
                .post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, Tokens.system(School.ID))
                .bodyValue(question)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode looks(UUID person, String query) {
        var answer = portal.anybody()
                .get()
                .uri("/v1/students/" + child.id() + "/looks" + query)
                .header(HttpHeaders.AUTHORIZATION, Tokens.bearer(Role.GUARDIAN, person))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return JSON.readTree(answer.getResponseBody());
    }

    private StatusAssertions read(String token, String query) {
        return portal.anybody()
                .get()
                .uri("/v1/students/" + child.id() + "/looks" + query)
                .header(HttpHeaders.AUTHORIZATION, token)
                .exchange()
                .expectStatus();
    }

    private static JsonNode of(JsonNode look, String purpose) {
        return look.path("purposes")
                .valueStream()
                .filter(each -> each.path("purpose").asString("").equals(purpose))
                .findFirst()
                .orElseThrow();
    }
}
