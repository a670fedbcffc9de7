package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** Drafts: who sees them, what they lack and would change, and that no saving is lost. */
@RealParts
class DraftIT {
    private static final String OFFICER = Tokens.system(Role.DATA_PROTECTION_OFFICER);

    private final String code = TestPurpose.newCode("health");
    private School school;
    private Drafts drafts;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void open() {
        school = School.at(port);
        drafts = new Drafts(School.client(port), code);
    }

    @Test
    @Rule("R-NOT-02")
    void tellsEverythingThatIsMissingAtOnceAndIsPublishedWhenNothingIs() {
        String begun = drafts.begin(Map.of("lawfulBasis", "CONSENT", "sensitive", false));
        JsonNode empty = drafts.read();
        assertThat(empty.get("state").asString()).isEqualTo("DRAFT");
        assertThat(empty.get("publishable").asBoolean()).isFalse();
        assertThat(empty.get("change").asString()).isEqualTo("MAJOR");
        assertThat(empty.get("missing").findValuesAsString("field"))
                .containsExactly(
                        "category",
                        "periodKind",
                        "processingFrom",
                        "processingUntil",
                        "dataCategories",
                        "notices.vi",
                        "notices.en");
        JsonNode refused =
                School.json(drafts.publish("MAJOR", begun).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT));
        assertThat(refused.get("errors")).hasSize(7);

        Map<String, Object> whole = TestPurpose.content("Hồ sơ sức khỏe");
        whole.put("sensitive", false);
        String saved = drafts.save(whole, begun);
        JsonNode faulty = drafts.read();
        assertThat(faulty.get("missing")).isEmpty();
        assertThat(faulty.at("/faults/0/type").asString()).isEqualTo("sensitive-not-flagged");
        saved = drafts.save(TestPurpose.content("Hồ sơ sức khỏe"), saved);
        assertThat(drafts.read().get("publishable").asBoolean()).isTrue();

        drafts.publish("MAJOR", saved).expectStatus().isCreated();

        school.get("/v1/purpose-drafts/" + code, OFFICER).expectStatus().isNotFound();
        assertThat(item().get("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    @Rule("R-NOT-05")
    void showsWhatItWouldChangeAndHowItMustBePublished() {
        school.publish(code).expectStatus().isCreated();
        Map<String, Object> reworded = TestPurpose.content("Sổ sức khỏe");
        String edition = drafts.begin(reworded);
        JsonNode minor = drafts.read();
        assertThat(minor.get("change").asString()).isEqualTo("MINOR");
        assertThat(minor.get("difference").findValuesAsString("kind")).containsExactly("REWORDED", "REWORDED");
        assertThat(minor.at("/difference/1/before").asString()).isEqualTo("Hồ sơ sức khỏe");
        assertThat(minor.at("/difference/1/after").asString()).isEqualTo("Sổ sức khỏe");

        Map<String, Object> more = TestPurpose.content("Hồ sơ sức khỏe");
        more.put(
                "dataCategories",
                List.of(TestPurpose.category("height", "Chiều cao"), TestPurpose.category("blood-type", "Nhóm máu")));
        edition = drafts.save(more, edition);
        JsonNode major = drafts.read();
        assertThat(major.get("change").asString()).isEqualTo("MAJOR");
        assertThat(major.get("difference").findValuesAsString("kind"))
                .containsExactly("CATEGORY_ADDED", "CATEGORY_REMOVED");
        assertThat(major.at("/difference/0/item").asString()).isEqualTo("blood-type");
        assertThat(major.at("/difference/0/text").asString()).isEqualTo("Mới: thêm dữ liệu “Nhóm máu” (nhạy cảm).");

        JsonNode refused = School.json(
                drafts.publish("MINOR", edition).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT));
        assertThat(refused.get("type").asString()).endsWith("/problems/needs-major-version");
        drafts.publish("MAJOR", edition).expectStatus().isCreated();
        assertThat(item().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void noSavingIsLost() {
        String first = drafts.begin(Map.of("category", "EDUCATION"));
        drafts.put(Map.of("category", "MANAGEMENT"), null).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        String second = drafts.save(Map.of("category", "MANAGEMENT"), first);

        drafts.put(Map.of("category", "EDUCATION"), first).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        drafts.publish("MAJOR", first).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        drafts.discard(first).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        drafts.discard(null).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(drafts.read().at("/content/category").asString()).isEqualTo("MANAGEMENT");

        drafts.discard(second).expectStatus().isNoContent();
        drafts.discard(second).expectStatus().isNotFound();
        drafts.put(Map.of(), second).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void aVersionThatCameBetweenIsNotUndoneUnseen() {
        school.publish(code).expectStatus().isCreated();
        String edition = drafts.begin(TestPurpose.content("Sổ sức khỏe"));
        school.publishMore(code, "Hồ sơ sức khỏe").expectStatus().isCreated();

        assertThat(drafts.read().get("outdated").asBoolean()).isTrue();
        JsonNode refused =
                School.json(drafts.publish("MAJOR", edition).expectStatus().isEqualTo(HttpStatus.CONFLICT));
        assertThat(refused.get("type").asString()).endsWith("/problems/draft-outdated");

        edition = drafts.save(TestPurpose.content("Sổ sức khỏe"), edition);
        assertThat(drafts.read().get("difference").findValuesAsString("kind"))
                .contains("CATEGORY_REMOVED", "RECIPIENT_REMOVED", "KEPT_SHORTER");
        drafts.publish("MINOR", edition).expectStatus().isCreated();
    }

    @Test
    void aPurposeThatHasEndedGetsNoDraft() {
        school.publish(code).expectStatus().isCreated();
        school.post("/v1/purposes/" + code + "/retirement", OFFICER, Map.of("reason", "Hết năm học"))
                .expectStatus()
                .isOk();

        drafts.put(Map.of(), null).expectStatus().isEqualTo(HttpStatus.CONFLICT);
        assertThat(item().get("state").asString()).isEqualTo("RETIRED");
    }

    @Test
    void familiesAndChecksNeverSeeADraft() {
        Child child = school.child(5);
        String mother = Tokens.bearer(Role.GUARDIAN, child.mother());
        drafts.begin(TestPurpose.content("Hồ sơ sức khỏe"));

        assertThat(school.check(child, code).at("/reasons/0/code").asString()).isEqualTo("UNKNOWN_PURPOSE");
        assertThat(text(school.get("/v1/purposes", mother))).doesNotContain(code);
        assertThat(text(school.get("/v1/students/" + child.id() + "/consents", mother)))
                .doesNotContain(code);
        school.post("/v1/students/" + child.id() + "/served-notices", mother, Map.of("purpose", code, "language", "vi"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "DATA_PROTECTION_OFFICER")
    void onlyTheDataProtectionOfficerReadsDraftsVersionsAndTheCatalogue(Role role) {
        String other = Tokens.bearer(role, UUID.randomUUID());
        for (String path :
                List.of("/v1/purpose-drafts/" + code, "/v1/purpose-catalogue", "/v1/purposes/" + code + "/versions")) {
            school.get(path, other).expectStatus().isForbidden();
        }
    }

    @Test
    @Rule("R-EXC-02")
    void listsWhatIsDueForReview() {
        school.post("/v1/purposes", OFFICER, TestPurpose.byLaw(code, "Học bạ"))
                .expectStatus()
                .isCreated();
        assertThat(due()).doesNotContain(code);
        assertThat(item().get("nextReview").asString())
                .isEqualTo(School.today().plusMonths(6).toString());

        // a published version cannot be changed, so a past date needs the row of a purpose that was published long ago
        String old = TestPurpose.newCode("old");
        StepVerifier.create(
                        database.sql("""
                        with p as (insert into purpose select '%1$s', version, last_major_version, lawful_basis,
                            data_categories, period_kind, processing_from, processing_until from purpose where code = '%2$s')
                        insert into purpose_version select '%1$s', version, last_major_version,
                            jsonb_set(content, '{safeguards,nextReview}', to_jsonb('%3$s'::text)), published_at, published_by
                        from purpose_version where code = '%2$s'""".formatted(old, code, School.today())).then())
                .verifyComplete();

        assertThat(due()).contains(old).doesNotContain(code);
    }

    private List<String> due() {
        return catalogue()
                .get("reviewDue")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode item() {
        return catalogue()
                .get("items")
                .valueStream()
                .filter(each -> each.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode catalogue() {
        return School.json(
                school.get("/v1/purpose-catalogue", OFFICER).expectStatus().isOk());
    }

    private static String text(WebTestClient.ResponseSpec response) {
        return String.valueOf(response.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
