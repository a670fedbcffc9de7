package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** From notice to decision to check and back, over HTTP, on PostgreSQL and Kafka. */
@RealParts
class ConsentIT {
    private static final Role PARENT = Role.GUARDIAN;
    private static final String REPLAYED = "Idempotency-Replayed";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private School school;
    private String purpose;

    @BeforeEach
    void school() {
        school = School.at(port);
        purpose = "health-" + UUID.randomUUID().toString().substring(0, 8);
        school.publish(purpose).expectStatus().isCreated();
    }

    @Test
    @Rule({"R-CON-01", "R-CON-26", "R-CH-02"})
    void belowSevenAGuardiansConsentPermits() {
        Child child = school.child(5);
        assertThat(reason(school.check(child, purpose))).isEqualTo("NO_VALID_CONSENT");
        JsonNode recorded = School.json(school.decide(child, child.mother(), PARENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated());
        assertThat(recorded.at("/decisions/0/record/state").asString()).isEqualTo("GIVEN");
        JsonNode check = school.check(child, purpose);
        assertThat(check.get("answer").asString()).isEqualTo("PERMIT");
        assertThat(check.get("recordId")).isEqualTo(recorded.at("/decisions/0/record/id"));
        assertThat(check.get("dataCategories").size()).isEqualTo(2);
    }

    @Test
    @Rule("R-CH-02")
    void fromSevenBothDecideAndTheSchoolNeverLearnsWhoIsMissing() {
        Child child = school.child(10);
        school.decide(child, child.mother(), PARENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        JsonNode check = school.check(child, purpose);
        assertThat(check.get("answer").asString()).isEqualTo("DENY");
        assertThat(check.get("reminderMayHelp").asBoolean()).isTrue();
        assertThat(check.toString()).doesNotContain("STUDENT").doesNotContain("AWAITING_PARTY");
        JsonNode seenBySchool =
                School.json(school.get("/v1/students/" + child.id() + "/consents", Tokens.system("hoa-sen")));
        assertThat(seenBySchool.toString()).doesNotContain("missing").doesNotContain("MOTHER");
        JsonNode seenByOfficer = School.json(school.get(
                "/v1/students/" + child.id() + "/consents",
                Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), "hoa-sen")));
        assertThat(seenByOfficer.toString()).contains("\"missing\":[\"STUDENT\"]");
        school.decide(child, child.self(), Role.STUDENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
    }

    @Test
    @Rule({"R-WD-04", "R-CH-04", "R-CH-22"})
    void aWithdrawalHoldsOnTheNextCheck() {
        Child child = school.child(5);
        school.decide(child, child.father(), PARENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
        school.decide(child, child.mother(), PARENT, purpose, "WITHDRAWN")
                .expectStatus()
                .isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
    }

    @Test
    @Rule({"R-NOT-01", "R-WD-03"})
    void aWithdrawalWithoutAcknowledgementAndADecisionWithoutNoticeAreRefused() {
        Child child = school.child(5);
        school.decisions(child, child.mother(), PARENT, Map.of("purpose", purpose, "decision", "WITHDRAWN"))
                .expectStatus()
                .isEqualTo(422);
        school.decisions(child, child.mother(), PARENT, Map.of("purpose", purpose, "decision", "GIVEN"))
                .expectStatus()
                .isEqualTo(422);
        String served =
                school.serve(child, child.father(), PARENT, purpose).get("id").asString();
        school.decisions(
                        child,
                        child.mother(),
                        PARENT,
                        Map.of("purpose", purpose, "decision", "GIVEN", "notice", served))
                .expectStatus()
                .isEqualTo(422);
        assertThat(decisions(child)).isZero();
    }

    @Test
    void strangersAndFormerGuardiansMeetNotFound() {
        Child child = school.child(5);
        for (UUID stranger : new UUID[] {UUID.randomUUID(), school.child(5).mother()}) {
            school.decisions(
                            child,
                            stranger,
                            PARENT,
                            Map.of("purpose", purpose, "decision", "WITHDRAWN", "consequencesAcknowledged", true))
                    .expectStatus()
                    .isNotFound();
            school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(PARENT, stranger))
                    .expectStatus()
                    .isNotFound();
        }
        school.fatherLeaves(child);
        school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(PARENT, child.father()))
                .expectStatus()
                .isNotFound();
        school.get("/v1/students/" + child.id() + "/ledger", Tokens.bearer(PARENT, child.mother()))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void theEndOfTheOnlyGivingGuardiansRelationTakesThePermitAway() {
        Child child = school.child(5);
        school.decide(child, child.father(), PARENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
        school.fatherLeaves(child);
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
    }

    @Test
    void theSameKeyWithTheSameBodyIsAnsweredTheSameAndWrittenOnce() {
        Child child = school.child(5);
        Map<String, Object> decision = given(child);
        String key = UUID.randomUUID().toString();

        JsonNode first = School.json(school.decisions(child, child.mother(), PARENT, decision, key)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .doesNotExist(REPLAYED));
        JsonNode again = School.json(school.decisions(child, child.mother(), PARENT, decision, key)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(REPLAYED, "true"));

        assertThat(again).isEqualTo(first);
        assertThat(decisions(child)).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() {
        Child child = school.child(5);
        String key = UUID.randomUUID().toString();
        school.decisions(child, child.mother(), PARENT, given(child), key)
                .expectStatus()
                .isCreated();

        JsonNode problem = School.json(school.decisions(child, child.mother(), PARENT, School.withdrawal(purpose), key)
                .expectStatus()
                .isEqualTo(409));

        assertThat(problem.get("type").asString()).endsWith("/problems/idempotency-key-reused");
        assertThat(decisions(child)).isEqualTo(1);
    }

    @Test
    @Rule("R-CH-23")
    void aGuardianSuspendedByACourtMeetsWhatAStrangerMeets() {
        Child child = school.child(5);
        school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(PARENT, child.father()))
                .expectStatus()
                .isOk();
        Map<String, Object> answer = School.answer(
                purpose,
                "GIVEN",
                school.serve(child, child.father(), PARENT, purpose).get("id").asString());

        school.fatherIsSuspended(child);

        assertMeetsNobody(child, child.father(), answer);
        school.decide(child, child.mother(), PARENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    @Test
    @Rule("R-CH-24")
    void aParentOfAnAdultMeetsWhatAStrangerMeets() {
        Child grown = school.child(18);

        assertMeetsNobody(grown, grown.mother(), School.withdrawal(purpose));
        school.decide(grown, grown.self(), Role.STUDENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    /** Not found, word for word as of a student that nobody knows, and nothing written. */
    private void assertMeetsNobody(Child child, UUID person, Map<String, Object> decision) {
        Child nobody = child.as(UUID.randomUUID());
        JsonNode refused = School.json(
                school.decisions(child, person, PARENT, decision).expectStatus().isNotFound());
        JsonNode unknown = School.json(school.decisions(nobody, person, PARENT, decision)
                .expectStatus()
                .isNotFound());
        assertThat(refused.get("type")).isEqualTo(unknown.get("type"));
        assertThat(refused.get("detail")).isEqualTo(unknown.get("detail"));
        school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(PARENT, person))
                .expectStatus()
                .isNotFound();
        school.post(
                        "/v1/students/" + child.id() + "/served-notices",
                        Tokens.bearer(PARENT, person),
                        Map.of("purpose", purpose, "language", "vi"))
                .expectStatus()
                .isNotFound();
        assertThat(decisions(child)).isZero();
    }

    private Map<String, Object> given(Child child) {
        return School.answer(
                purpose,
                "GIVEN",
                school.serve(child, child.mother(), PARENT, purpose).get("id").asString());
    }

    private long decisions(Child child) {
        return count("select count(*) from decision where student_id = '" + child.id() + "'");
    }

    private static String reason(JsonNode check) {
        return check.at("/reasons/0/code").asString();
    }

    private long count(String sql) {
        return database.sql(sql)
                .map(row -> ((Number) java.util.Objects.requireNonNull(row.get(0))).longValue())
                .one()
                .block();
    }
}
