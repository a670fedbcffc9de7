package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Tokens;

/** From notice to decision to check and back, over HTTP, on PostgreSQL and Kafka. */
@RealParts
class ConsentIT {
    private static final Role PARENT = Role.GUARDIAN;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private School school;
    private String purpose;

    @BeforeEach
    void school() {
        school = new School(
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build(), "hoa-sen");
        purpose = "health-" + UUID.randomUUID().toString().substring(0, 8);
        school.publish(purpose).expectStatus().isCreated();
    }

    @Test
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
        assertThat(count("select count(*) from decision where student_id = '" + child.id() + "'"))
                .isZero();
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
        school.fatherLeaves(child, School.today().minusYears(5).minusDays(30));
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
        school.fatherLeaves(child, School.today().minusYears(5).minusDays(30));
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
    }

    @Test
    void writersOfOneStudentStandInLineAndTheChainHolds() {
        Child child = school.child(5);
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> school.decide(
                                child, i % 2 == 0 ? child.mother() : child.father(), PARENT, purpose, "GIVEN")
                        .expectStatus()
                        .isCreated());
        JsonNode verdict = verification(child);
        assertThat(verdict.get("valid").asBoolean()).isTrue();
        assertThat(verdict.get("entries").asInt()).isEqualTo(8);
    }

    @Test
    void aChangedLedgerIsFoundAndTheDatabaseRefusesChanges() {
        Child child = school.child(5);
        school.decide(child, child.mother(), PARENT, purpose, "REFUSED")
                .expectStatus()
                .isCreated();
        String change = "update decision set kind = 'GIVEN' where student_id = '" + child.id() + "'";
        StepVerifier.create(database.sql(change).then()).verifyError();
        String forced = "set session_replication_role = replica; " + change + "; set session_replication_role = origin";
        StepVerifier.create(database.sql(forced).then()).verifyComplete();
        JsonNode verdict = verification(child);
        assertThat(verdict.get("valid").asBoolean()).isFalse();
        assertThat(verdict.get("firstBrokenSeq").asInt()).isEqualTo(1);
    }

    private JsonNode verification(Child child) {
        return School.json(school.get(
                        "/v1/students/" + child.id() + "/ledger/verification",
                        Tokens.system(Role.DATA_PROTECTION_OFFICER))
                .expectStatus()
                .isOk());
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
