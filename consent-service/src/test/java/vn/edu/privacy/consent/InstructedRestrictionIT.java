package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.RestrictionAppliedV1;
import vn.edu.privacy.contracts.events.RestrictionInstructedV1;
import vn.edu.privacy.contracts.events.RestrictionRefusedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** A restriction or an objection confirmed at the other service, from its command on Kafka to the next check. */
@RealParts
class InstructedRestrictionIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    private School school;
    private String purpose;
    private Child child;
    private Topic answers;

    @BeforeEach
    void aFatherGave() {
        school = School.at(port);
        purpose = school.publishNamed("Đi tham quan");
        child = school.child(5);
        give(purpose);
        answers = new Topic(Topics.DECISIONS, child.id());
    }

    @AfterEach
    void done() {
        answers.close();
    }

    @Test
    @Rule({"R-RES-01", "R-WD-05"})
    void whatAMotherRestrictsIsStoredOnlyUntilSheLiftsIt() {
        UUID request = instruct(child.mother(), "RESTRICT", purpose);
        JsonNode applied = applied(request, purpose);
        assertThat(applied.get("action").asString()).isEqualTo("RESTRICT");
        JsonNode check = school.check(child, purpose);
        assertThat(check.get("answer").asString()).isEqualTo("RESTRICTED");
        assertThat(check.get("dataCategories")).isEmpty();
        assertThat(batchAnswer()).isEqualTo("RESTRICTED");
        assertThat(answers.events(RecordChangedV1.TYPE)).last().satisfies(changed -> {
            assertThat(changed.get("previousAnswer").asString()).isEqualTo("PERMIT");
            assertThat(changed.get("answer").asString()).isEqualTo("RESTRICTED");
            assertThat(changed.get("cause").asString()).isEqualTo("RESTRICTION");
        });
        assertThat(entry(applied).get("method").asString()).isEqualTo("RESTRICTION_REQUEST");

        applied(instruct(child.mother(), "LIFT", purpose), purpose);
        assertThat(answer(purpose)).isEqualTo("PERMIT");
        assertThat(batchAnswer()).isEqualTo("PERMIT");
    }

    @Test
    @Rule("R-OBJ-01")
    void anObjectionStopsAsARestrictionDoesAndIsKeptAsOne() {
        UUID request = UUID.randomUUID();
        send(request, child.mother(), "RESTRICT", "OBJECTION", Instant.now(), false, purpose);
        JsonNode applied = applied(request, purpose);
        assertThat(answer(purpose)).isEqualTo("RESTRICTED");
        assertThat(entry(applied).get("method").asString()).isEqualTo("OBJECTION");
    }

    @Test
    void oneGuardianDoesNotLiftWhatTheOtherRestricted() {
        applied(instruct(child.mother(), "RESTRICT", purpose), purpose);
        assertThat(refused(instruct(child.father(), "LIFT", purpose))).isEqualTo("NOTHING_TO_LIFT");
        assertThat(refused(instruct(child.mother(), "RESTRICT", purpose))).isEqualTo("ALREADY_RESTRICTED");
        assertThat(answer(purpose)).isEqualTo("RESTRICTED");
    }

    @Test
    @Rule("R-RES-01")
    void everyPurposeMeansEveryRecordAndWithoutOneThereIsNothingToRestrict() {
        String other = school.publishNamed("Đưa đón");
        give(other);
        UUID request = UUID.randomUUID();
        send(request, child.mother(), "RESTRICT", "RESTRICTION", Instant.now(), true);
        applied(request, purpose);
        applied(request, other);
        assertThat(answer(purpose)).isEqualTo("RESTRICTED");
        assertThat(answer(other)).isEqualTo("RESTRICTED");

        child = school.child(5);
        try (Topic unasked = new Topic(Topics.DECISIONS, child.id())) {
            UUID nothing = UUID.randomUUID();
            send(nothing, child.mother(), "RESTRICT", "RESTRICTION", Instant.now(), true);
            JsonNode refused = about(unasked, RestrictionRefusedV1.TYPE, nothing, "");
            assertThat(refused.get("reason").asString()).isEqualTo("NO_RECORDS");
        }
    }

    @Test
    void aRequestIsCarriedOutOnceEvenWhenItComesAgainAfterItWasLifted() {
        UUID request = instruct(child.mother(), "RESTRICT", purpose);
        long seq = applied(request, purpose).get("seq").asLong();
        applied(instruct(child.mother(), "LIFT", purpose), purpose);
        send(request, child.mother(), "RESTRICT", "RESTRICTION", Instant.now(), false, purpose);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(answers.events(RestrictionAppliedV1.TYPE).stream()
                                .filter(event ->
                                        event.get("requestId").asString().equals(request.toString()))
                                .map(event -> event.get("seq").asLong()))
                        .containsExactly(seq, seq));
        assertThat(answer(purpose)).isEqualTo("PERMIT");
    }

    @Test
    void aLateWordThatLiftsLeavesANewerRestrictionAlone() {
        Instant before = Instant.now();
        applied(instruct(child.mother(), "RESTRICT", purpose), purpose);
        UUID late = UUID.randomUUID();
        send(late, child.mother(), "LIFT", "RESTRICTION", before, false, purpose);
        assertThat(refused(late)).isEqualTo("NEWER_RESTRICTION");
        assertThat(answer(purpose)).isEqualTo("RESTRICTED");
    }

    @Test
    void whoHasNoAuthorityAndWhatIsNotByConsentIsRefusedWithTheReason() {
        String law = TestPurpose.newCode("marks");
        school.post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), TestPurpose.byLaw(law, "Sổ điểm"))
                .expectStatus()
                .isCreated();
        assertThat(refused(instruct(UUID.randomUUID(), "RESTRICT", purpose))).isEqualTo("NO_AUTHORITY");
        assertThat(refused(instruct(child.mother(), "RESTRICT", "no-such-purpose")))
                .isEqualTo("UNKNOWN_PURPOSE");
        assertThat(refused(instruct(child.mother(), "RESTRICT", law))).isEqualTo("PROCESSED_UNDER_LAW");
        assertThat(answer(purpose)).isEqualTo("PERMIT");
        assertThat(answer(law)).isEqualTo("PERMIT");
    }

    private void give(String code) {
        school.decide(child, child.father(), Role.GUARDIAN, code, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    private String answer(String code) {
        return school.check(child, code).get("answer").asString();
    }

    private String batchAnswer() {
        return School.json(school.post(
                                "/v1/checks/batch",
                                Tokens.system(School.ID),
                                Map.of(
                                        "schoolId",
                                        School.ID,
                                        "purposes",
                                        List.of(purpose),
                                        "studentIds",
                                        List.of(child.id().toString())))
                        .expectStatus()
                        .isOk())
                .at("/items/0/answer")
                .asString();
    }

    private JsonNode entry(JsonNode applied) {
        JsonNode ledger = School.json(
                school.get("/v1/students/" + child.id() + "/ledger", Tokens.system(Role.DATA_PROTECTION_OFFICER)));
        return ledger.get("entries").get(applied.get("seq").asInt() - 1);
    }

    private UUID instruct(UUID requester, String action, String code) {
        UUID request = UUID.randomUUID();
        send(request, requester, action, "RESTRICTION", Instant.now(), false, code);
        return request;
    }

    private void send(
            UUID request,
            UUID requester,
            String action,
            String cause,
            Instant confirmedAt,
            boolean everyPurpose,
            String... purposes) {
        Topic.send(
                Topics.INSTRUCTIONS,
                child.id(),
                RestrictionInstructedV1.TYPE,
                new RestrictionInstructedV1(
                        request, child.id(), requester, action, cause, everyPurpose, List.of(purposes), confirmedAt));
    }

    private JsonNode applied(UUID request, String code) {
        return about(answers, RestrictionAppliedV1.TYPE, request, code);
    }

    private String refused(UUID request) {
        return about(answers, RestrictionRefusedV1.TYPE, request, "")
                .get("reason")
                .asString();
    }

    /** The answer to a request about a purpose, or about any when none is named. */
    private static JsonNode about(Topic topic, String type, UUID request, String code) {
        return await().atMost(SOON)
                .until(
                        () -> topic.events(type).stream()
                                .filter(event ->
                                        event.get("requestId").asString().equals(request.toString()))
                                .filter(event -> code.isEmpty()
                                        || event.get("purpose").asString().equals(code))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
