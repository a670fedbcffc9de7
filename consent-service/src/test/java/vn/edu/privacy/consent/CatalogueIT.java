package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.RebuildRecords;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** What publishing does to consents, and what may not be published. */
@RealParts
class CatalogueIT {
    private static final String OFFICER = Tokens.system(Role.DATA_PROTECTION_OFFICER);

    private final String purpose = TestPurpose.newCode("health");
    private School school;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    RebuildRecords rebuildRecords;

    @BeforeEach
    void open() {
        school = School.at(port);
    }

    @Test
    void aMinorVersionThatShortensEndsConsentsEarlier() {
        Child child = agreed();
        LocalDate lastDay = School.today().plusDays(10);

        Map<String, Object> shorter = TestPurpose.nextVersion("Sổ sức khỏe", "MINOR");
        shorter.put("processingUntil", lastDay.toString());
        publishVersion(shorter).expectStatus().isCreated();

        JsonNode check = school.check(child, purpose);
        assertThat(check.get("answer").asString()).isEqualTo("PERMIT");
        assertThat(check.get("consentEnds").asString()).isEqualTo(lastDay + "T17:00:00Z");
        assertThat(rebuildRecords.drifts(child.id()).block()).isEmpty();
    }

    @Test
    @Rule("R-NOT-05")
    void aMinorVersionKeepsConsentsAndAMajorOneAsksAgain() {
        Child child = agreed();

        Map<String, Object> less = TestPurpose.nextVersion("Sổ sức khỏe", "MINOR");
        less.put("dataCategories", List.of(TestPurpose.category("height", "Chiều cao")));
        less.put("recipients", List.of());
        less.put("processingUntil", School.today().plusYears(2).toString());
        publishVersion(less).expectStatus().isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");

        Map<String, Object> more = TestPurpose.nextVersion("Sổ sức khỏe", "MINOR");
        JsonNode refused = School.json(publishVersion(more).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT));
        assertThat(refused.get("type").asString()).endsWith("/problems/needs-major-version");
        assertThat(refused.get("detail").asString()).contains("dataCategories", "recipients", "processingUntil");
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");

        more.put("change", "MAJOR");
        publishVersion(more).expectStatus().isCreated();
        JsonNode stale = school.check(child, purpose);
        assertThat(stale.get("answer").asString()).isEqualTo("DENY");
        assertThat(stale.at("/reasons/0/code").asString()).isEqualTo("NO_VALID_CONSENT");
        assertThat(stale.get("reminderMayHelp").asBoolean()).isTrue();

        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
    }

    @Test
    void everyVersionStaysReadableWithItsState() {
        school.publish(purpose).expectStatus().isCreated();
        publishVersion(TestPurpose.nextVersion("Sổ sức khỏe", "MINOR"))
                .expectStatus()
                .isCreated();
        assertThat(states()).containsExactly("SUPERSEDED", "PUBLISHED");

        school.post("/v1/purposes/" + purpose + "/retirement", OFFICER, Map.of("reason", "Hết năm học"))
                .expectStatus()
                .isOk();

        JsonNode items = versions();
        assertThat(states()).containsExactly("SUPERSEDED", "RETIRED");
        assertThat(items.at("/0/supersededBy").asInt()).isEqualTo(2);
        assertThat(items.at("/0/since").asString())
                .isEqualTo(items.at("/1/publishedAt").asString());
        assertThat(items.findValuesAsString("change")).containsExactly("MAJOR", "MINOR");
        assertThat(items.at("/0/content/notices/vi/name").asString()).isEqualTo("Hồ sơ sức khỏe");
        assertThat(items.at("/1/content/notices/vi/name").asString()).isEqualTo("Sổ sức khỏe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update purpose_version set content = '{}' where code = '%s'",
                "update purpose_version set published_at = now() where code = '%s'",
                "delete from purpose_version where code = '%s'",
                "truncate purpose_version cascade -- %s",
            })
    @Rule("R-NOT-05")
    void theDatabaseRefusesToChangeWhatWasPublished(String change) {
        school.publish(purpose).expectStatus().isCreated();

        StepVerifier.create(database.sql(change.formatted(purpose)).then())
                .verifyErrorSatisfies(refused -> assertThat(refused).hasMessageContaining("append-only"));
        assertThat(versions().at("/0/content/notices/vi/name").asString()).isEqualTo("Hồ sơ sức khỏe");
    }

    @Test
    @Rule({"R-EXC-01", "R-EXC-02"})
    void processingWithoutConsentIsPublishedOnlyWithItsSafeguardsAndCitedByEveryCheck() {
        Child child = school.child(5);
        Map<String, Object> byLaw = TestPurpose.byLaw(purpose, "Học bạ");
        Map<String, Object> bare = new HashMap<>(byLaw);
        bare.remove("legalReference");
        bare.put("safeguards", Map.of("procedure", " ", "measures", Map.of("vi", "Mã hóa")));

        JsonNode refused = School.json(publish(bare).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT));
        assertThat(refused.get("errors").findValuesAsString("field"))
                .containsExactly(
                        "legalReference",
                        "safeguards.procedure",
                        "safeguards.responsible",
                        "safeguards.measures.en",
                        "safeguards.nextReview",
                        "safeguards.complaints.vi",
                        "safeguards.complaints.en");
        bare.putAll(byLaw);
        bare.put("safeguards", TestPurpose.safeguards(School.today()));
        assertThat(School.json(publish(bare).expectStatus().isBadRequest())
                        .get("field")
                        .asString())
                .isEqualTo("safeguards.nextReview");
        assertThat(school.check(child, purpose).at("/reasons/0/code").asString())
                .isEqualTo("UNKNOWN_PURPOSE");

        publish(byLaw).expectStatus().isCreated();

        JsonNode answer = school.check(child, purpose);
        assertThat(answer.get("answer").asString()).isEqualTo("PERMIT");
        assertThat(answer.get("basis").asString()).isEqualTo("STATE_AGENCY_OPERATION");
        assertThat(answer.at("/reasons/0/code").asString()).isEqualTo("EXCEPTION_BASIS");
        assertThat(answer.at("/reasons/0/article").asString()).contains("Điều 17.5");
        assertThat(answer.has("recordId")).isFalse();
    }

    @Test
    @Rule("R-EXC-02")
    void whoAnswersForProcessingWithoutConsentIsAPositionAndNoName() {
        Map<String, Object> byLaw = TestPurpose.byLaw(purpose, "Học bạ");
        Map<String, Object> safeguards = TestPurpose.safeguards(School.today().plusDays(1));
        safeguards.put("responsible", "Nguyễn Văn An");
        byLaw.put("safeguards", safeguards);

        assertThat(School.json(publish(byLaw).expectStatus().isBadRequest())
                        .get("field")
                        .asString())
                .isEqualTo("safeguards.responsible");
    }

    @Test
    void aFurtherLanguageIsServedWhereItIsSuppliedAndRefusedWhereItIsNot() {
        Child child = school.child(5);
        publish(inKhmer(TestPurpose.notice("សុខភាព"))).expectStatus().isCreated();

        JsonNode served = School.json(serve(child, "km").expectStatus().isCreated());
        assertThat(served.get("language").asString()).isEqualTo("km");
        assertThat(served.at("/notice/name").asString()).isEqualTo("សុខភាព");
        assertThat(served.at("/dataCategories/0/name").asString()).isEqualTo("កម្ពស់");
        school.decisions(
                        child,
                        child.mother(),
                        Role.GUARDIAN,
                        School.answer(purpose, "GIVEN", served.get("id").asString()))
                .expectStatus()
                .isCreated();
        assertThat(School.json(school.get("/v1/students/" + child.id() + "/ledger", OFFICER))
                        .at("/entries")
                        .findValuesAsString("language"))
                .containsExactly("km");

        JsonNode refused = School.json(serve(child, "hmn").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT));
        assertThat(refused.get("type").asString()).endsWith("/problems/language-not-supplied");
    }

    @Test
    void aFurtherLanguageIsWholeAndHasACode() {
        Map<String, Object> halfRead = new HashMap<>(TestPurpose.notice("សុខភាព"));
        halfRead.remove("risks");
        JsonNode incomplete =
                School.json(publish(inKhmer(halfRead)).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT));
        assertThat(incomplete.get("errors").findValuesAsString("field")).containsExactly("notices.km.risks");

        Map<String, Object> noCode = TestPurpose.draft(purpose, "Hồ sơ sức khỏe");
        noCode.put("notices", Map.of("Tiếng Khmer", TestPurpose.notice("x")));
        assertThat(School.json(publish(noCode).expectStatus().isBadRequest())
                        .get("field")
                        .asString())
                .startsWith("notices");
    }

    private Map<String, Object> inKhmer(Map<String, Object> notice) {
        Map<String, Object> draft = TestPurpose.draft(purpose, "Hồ sơ sức khỏe");
        draft.put("dataCategories", List.of(Map.of("code", "height", "name", khmer("កម្ពស់"), "sensitive", true)));
        draft.put("recipients", List.of());
        Map<String, Object> notices = new HashMap<>();
        notices.put("vi", TestPurpose.notice("Hồ sơ sức khỏe"));
        notices.put("en", TestPurpose.notice("Health record"));
        notices.put("km", notice);
        draft.put("notices", notices);
        return draft;
    }

    private static Map<String, Object> khmer(String text) {
        return Map.of("vi", "Chiều cao", "en", "Height", "km", text);
    }

    private Child agreed() {
        Child child = school.child(5);
        school.publish(purpose).expectStatus().isCreated();
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
        return child;
    }

    private WebTestClient.ResponseSpec publish(Map<String, Object> body) {
        return school.post("/v1/purposes", OFFICER, body);
    }

    private WebTestClient.ResponseSpec publishVersion(Map<String, Object> body) {
        return school.post("/v1/purposes/" + purpose + "/versions", OFFICER, body);
    }

    private WebTestClient.ResponseSpec serve(Child child, String language) {
        return school.post(
                "/v1/students/" + child.id() + "/served-notices",
                Tokens.bearer(Role.GUARDIAN, child.mother()),
                Map.of("purpose", purpose, "language", language));
    }

    private JsonNode versions() {
        return School.json(school.get("/v1/purposes/" + purpose + "/versions", OFFICER)
                        .expectStatus()
                        .isOk())
                .get("items");
    }

    private List<String> states() {
        return versions().findValuesAsString("state");
    }
}
