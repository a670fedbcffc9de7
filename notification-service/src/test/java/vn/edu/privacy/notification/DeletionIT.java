package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.ErasureAppliedV1;
import vn.edu.privacy.contracts.events.ErasureInstructedV1;
import vn.edu.privacy.contracts.events.ErasureRefusedV1;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** Having data deleted: the risks accepted, an officer's approval, consent-service's answer, and every holder's. */
class DeletionIT extends RightsCase {
    private static final String REPORTS = "school-reports";

    @Autowired
    private ApplicationContext context;

    @Test
    @Rule({"R-DEL-01", "R-DEL-03", "R-DEL-04"})
    void approvedDeletionIsCarriedOutHereAndByEveryHolder() {
        UUID id = asked(TRANSPORT);
        String officer = officerInPerson();
        JsonNode told;
        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            Reply approved = act(officer, "/v1/requests/" + id + "/approval", Map.of());
            assertThat(approved.text("state")).isEqualTo("APPROVED");
            told = instructed(instructions);
        }
        assertThat(told.path("requestId").asString("")).isEqualTo(id.toString());
        assertThat(told.path("scope").asString("")).isEqualTo("PURPOSE");
        assertThat(told.path("purpose").asString("")).isEqualTo(TRANSPORT);
        assertThat(told.path("ground").asString("")).isEqualTo("NO_LONGER_NEEDED");
        assertThat(told.path("risksAccepted").asBoolean()).isTrue();
        assertThat(told.path("requester").asString("")).isEqualTo(mother.toString());
        assertThat(told.path("approvedBy").asString("")).isNotEmpty().isNotEqualTo(mother.toString());
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student)).isEmpty();

        HOLDERS.answersInstructions(HoldersStandIn.BUS, "ERASED");
        HOLDERS.answersInstructions(HoldersStandIn.SECTOR, "ERASED");
        applied(id, TRANSPORT);
        JsonNode done = awaitState(motherToken(), id, "COMPLETED");
        assertThat(done.path("outcomes").get(0).has("appliedAt")).isTrue();
        assertThat(done.path("steps").findValuesAsString("state")).containsExactly("ERASED", "ERASED");
        assertThat(done.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(done.path("clocks"));
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student))
                .hasSize(1)
                .first()
                .satisfies(instruction -> {
                    assertThat(instruction.path("kind").asString("")).isEqualTo("ERASE");
                    assertThat(instruction.path("requestId").asString("")).isEqualTo(id.toString());
                });
    }

    @Test
    @Rule("R-DEL-01")
    void withoutAcceptedRisksOrAGroundNothingIsReceived() {
        assertThat(post(motherToken(), "/v1/requests", ask(TRANSPORT, false)).problem())
                .isEqualTo("422 risks-not-accepted");
        assertThat(post(
                                motherToken(),
                                "/v1/requests",
                                Map.of(
                                        "type",
                                        "DELETE",
                                        "studentId",
                                        student,
                                        "purposes",
                                        List.of(TRANSPORT),
                                        "risksAccepted",
                                        true))
                        .problem())
                .isEqualTo("422 field-missing");
        assertThat(post(
                                motherToken(),
                                "/v1/requests",
                                Map.of("type", "ACCESS", "studentId", student, "ground", "WITHDRAWN"))
                        .problem())
                .isEqualTo("422 field-not-expected");
    }

    @Test
    void nobodyApprovesOneselfNorDoesASystem() {
        UUID id = asked(TRANSPORT);
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of())
                        .problem())
                .isEqualTo("422 person-needed");
        assertThat(act(Tokens.bearer(Role.SCHOOL_OFFICER, mother, SCHOOL), "/v1/requests/" + id + "/approval", Map.of())
                        .problem())
                .isEqualTo("422 person-needed");
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("RECEIVED");
    }

    @Test
    @Rule("R-DEL-02")
    void whatTheLawHasKeptIsNotDeletedAndRefusedByItsCode() {
        reports(List.of("school-report"));
        UUID id = asked(REPORTS);
        assertThat(act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of())
                        .problem())
                .isEqualTo("422 kept-by-law");
        assertThat(post(
                                officerInPerson(),
                                "/v1/requests/" + id + "/refusal",
                                Map.of("ground", "SUBJECT_DISAGREES", "text", "…"))
                        .problem())
                .isEqualTo("422 ground-not-applicable");
        Reply refused = post(
                officerInPerson(),
                "/v1/requests/" + id + "/refusal",
                Map.of("ground", "STATE_OPERATION", "text", "Học bạ được lưu theo luật."));
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        JsonNode told = get(motherToken(), "/v1/requests/" + id).body().path("refusal");
        assertThat(told.path("article").asString("")).isEqualTo("Điều 14.2, 19.1.c Luật 91/2025/QH15");
        assertThat(told.path("text").asString("")).isEqualTo("Học bạ được lưu theo luật.");
    }

    @Test
    @Rule("R-DEL-02")
    void whatTheLawHasKeptInPartStaysWithItsHoldersAndTheRestGoes() {
        String mixed = REPORTS + "-" + UUID.randomUUID().toString().substring(0, 8);
        published(mixed, List.of("marks", "class-photo"));
        UUID id = asked(mixed);
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "ERASED");
        applied(id, mixed);
        awaitState(motherToken(), id, "COMPLETED");
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student))
                .hasSize(1)
                .first()
                .satisfies(instruction -> assertThat(
                                instruction.path("dataCategories").valueStream().map(each -> each.asString("")))
                        .containsExactly("class-photo"));
        assertThat(get(motherToken(), "/v1/requests/" + id + "/timeline")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("event").asString("").equals("KEPT_BY_LAW"))
                        .map(each -> each.path("detail").asString("")))
                .containsExactly("marks");
    }

    @Test
    void whatConsentServiceDoesNotEraseIsLookedAtAndTriedAgain() {
        UUID id = asked(TRANSPORT);
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        Topic.send(
                Topics.DECISIONS,
                student,
                ErasureRefusedV1.TYPE,
                new ErasureRefusedV1(id, student, "PURPOSE", TRANSPORT, "NO_AUTHORITY", Instant.now()));
        JsonNode failed = awaitState(motherToken(), id, "NOT_IN_EFFECT");
        assertThat(failed.path("notInEffectReason").asString("")).isEqualTo("NO_AUTHORITY");
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student)).isEmpty();

        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            Reply again = act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
            assertThat(again.text("state")).isEqualTo("APPROVED");
            assertThat(again.body().path("clocks").findValuesAsString("due"))
                    .isEqualTo(failed.path("clocks").findValuesAsString("due"));
            instructed(instructions);
        }
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "ERASED");
        HOLDERS.answersInstructions(HoldersStandIn.SECTOR, "ERASED");
        applied(id, TRANSPORT);
        awaitState(motherToken(), id, "COMPLETED");
    }

    @Test
    void requesterTakesItBackOnlyBeforeAnybodyDecided() {
        UUID id = asked(TRANSPORT);
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        assertThat(act(motherToken(), "/v1/requests/" + id + "/cancellation", Map.of())
                        .problem())
                .isEqualTo("409 wrong-state");
        UUID other = asked("marks");
        assertThat(act(motherToken(), "/v1/requests/" + other + "/cancellation", Map.of())
                        .text("state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    @Rule({"R-DEL-03", "R-DEL-04"})
    void everythingAboutAStudentWhoHasLeftGoesAsOneAndEveryHolderIsTold() {
        left();
        UUID id = askedForEverything();
        JsonNode told;
        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
            told = instructed(instructions);
            assertThat(instructions.events(ErasureInstructedV1.TYPE)).hasSize(1);
        }
        assertThat(told.path("scope").asString("")).isEqualTo("STUDENT");
        assertThat(told.has("purpose")).isFalse();
        assertThat(told.path("requester").asString("")).isEqualTo(mother.toString());
        assertThat(told.path("approvedBy").asString("")).isNotEmpty().isNotEqualTo(mother.toString());

        applied(id, null);

        JsonNode done = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> get(motherToken(), "/v1/requests/" + id).body(),
                        body -> body.path("steps").valueStream().anyMatch(DeletionIT::erasedByTheBusCompany));
        assertThat(outcome(done, TRANSPORT).has("appliedAt")).isTrue();
        assertThat(done.path("everything").asBoolean()).isTrue();
        assertThat(done.path("outcomes")
                        .valueStream()
                        .map(each -> each.path("purpose").asString("")))
                .contains(TRANSPORT)
                .doesNotContain("marks");
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student).stream()
                        .filter(each -> each.path("requestId").asString("").equals(id.toString()))
                        .map(each -> each.path("kind").asString("")))
                .isNotEmpty()
                .containsOnly("ERASE");
    }

    @Test
    @Rule("R-DEL-02")
    void whileAStudentIsAtTheSchoolItsRecordStaysAndWhatWasAgreedToGoesPurposeByPurpose() {
        UUID id = askedForEverything();
        List<JsonNode> told;
        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
            instructed(instructions);
            told = instructions.events(ErasureInstructedV1.TYPE);
        }
        assertThat(told).allMatch(each -> each.path("scope").asString("").equals("PURPOSE"));
        assertThat(told.stream().map(each -> each.path("purpose").asString("")))
                .contains(TRANSPORT)
                .doesNotContain("marks");
        assertThat(events(id)).contains("RECORD_KEPT");
    }

    @Test
    @Rule("R-DEL-02")
    void whatTheLawHasKeptOfEverythingIsRefusedByItsGroundAndTheRestGoes() {
        left();
        String kept = REPORTS + "-" + UUID.randomUUID().toString().substring(0, 8);
        published(kept, List.of("marks", "school-report"));
        UUID id = askedForEverything();
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        JsonNode partly = awaitState(motherToken(), id, "NOT_IN_EFFECT");
        assertThat(outcome(partly, kept).path("refusal").asString("")).isEqualTo("KEPT_BY_LAW");
        assertThat(outcome(partly, TRANSPORT).has("appliedAt")).isFalse();

        applied(id, null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> outcome(get(motherToken(), "/v1/requests/" + id).body(), TRANSPORT)
                        .has("appliedAt"));
        assertThat(outcome(get(motherToken(), "/v1/requests/" + id).body(), kept)
                        .has("appliedAt"))
                .isFalse();
        Reply settled = post(
                officerInPerson(),
                "/v1/requests/" + id + "/refusal",
                Map.of("ground", "STATE_OPERATION", "text", "Học bạ được lưu theo luật."));
        assertThat(settled.text("state")).isEqualTo("IN_EFFECT");
        JsonNode told = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(told.path("refusal").path("text").asString("")).isEqualTo("Học bạ được lưu theo luật.");
        assertThat(outcome(told, TRANSPORT).has("appliedAt")).isTrue();
        assertThat(outcome(told, kept).path("refusal").asString("")).isEqualTo("KEPT_BY_LAW");
    }

    @Test
    void whatConsentServiceDoesNotEraseOfEverythingIsLookedAt() {
        left();
        UUID id = askedForEverything();
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        Topic.send(
                Topics.DECISIONS,
                student,
                ErasureRefusedV1.TYPE,
                new ErasureRefusedV1(id, student, "STUDENT", null, "STILL_ENROLLED", Instant.now()));
        JsonNode failed = awaitState(motherToken(), id, "NOT_IN_EFFECT");
        assertThat(outcome(failed, TRANSPORT).path("refusal").asString("")).isEqualTo("STILL_ENROLLED");
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student).stream()
                        .filter(each -> each.path("requestId").asString("").equals(id.toString())))
                .isEmpty();
    }

    @Test
    void everythingNamesNoPurposesIsAskedForOnceAndWithDeletionAlone() {
        Map<String, Object> named = new HashMap<>(everything());
        named.put("purposes", List.of(TRANSPORT));
        assertThat(post(motherToken(), "/v1/requests", named).problem()).isEqualTo("422 purposes-not-expected");
        assertThat(post(
                                motherToken(),
                                "/v1/requests",
                                Map.of("type", "ACCESS", "studentId", student, "everything", true))
                        .problem())
                .isEqualTo("422 field-not-expected");
        UUID id = askedForEverything();
        assertThat(post(motherToken(), "/v1/requests", everything()).id()).isEqualTo(id);
        assertThat(asked(TRANSPORT)).isNotEqualTo(id);
    }

    @Test
    void theFamilyTicksEverythingReadsWhatThatMeansAndWhatWasAsked() {
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        String address = "/students/" + student + "/rights/delete";
        Browser.Page form = parent.open(address);
        assertThat(form.html()).contains("name=\"everything\"", "Các nơi giữ dữ liệu đều được báo xóa");

        String request = parent.send(
                        form, address, Map.of("everything", "yes", "ground", "NO_LONGER_NEEDED", "risks", "accepted"))
                .target();

        assertThat(parent.open(request).html()).contains("Mọi dữ liệu nhà trường giữ theo sự đồng ý");
        assertThat(parent.open(request + "?lang=en").html()).contains("Everything that the school keeps by consent");
    }

    private static boolean erasedByTheBusCompany(JsonNode step) {
        return step.path("holder").asString("").equals("bus-company")
                && step.path("purpose").asString("").equals(TRANSPORT)
                && step.path("state").asString("").equals("ERASED");
    }

    private static JsonNode outcome(JsonNode request, String purpose) {
        return request.path("outcomes")
                .valueStream()
                .filter(each -> each.path("purpose").asString("").equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(UUID id) {
        return get(motherToken(), "/v1/requests/" + id + "/timeline")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("event").asString(""))
                .toList();
    }

    /** The student's last day at the school was yesterday. */
    private void left() {
        database.sql("update known_student set enrolled_until = current_date - 1 where student_id = $1")
                .bind(0, student)
                .then()
                .block();
    }

    private UUID askedForEverything() {
        Reply opened = post(motherToken(), "/v1/requests", everything());
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("RECEIVED");
        return opened.id();
    }

    private Map<String, Object> everything() {
        return Map.of(
                "type",
                "DELETE",
                "studentId",
                student,
                "everything",
                true,
                "ground",
                "NO_LONGER_NEEDED",
                "risksAccepted",
                true);
    }

    private UUID asked(String purpose) {
        Reply opened = post(motherToken(), "/v1/requests", ask(purpose, true));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("RECEIVED");
        return opened.id();
    }

    private Map<String, Object> ask(String purpose, boolean risksAccepted) {
        return Map.of(
                "type",
                "DELETE",
                "studentId",
                student,
                "purposes",
                List.of(purpose),
                "ground",
                "NO_LONGER_NEEDED",
                "risksAccepted",
                risksAccepted);
    }

    private void reports(List<String> categories) {
        published(REPORTS, categories);
    }

    private void published(String code, List<String> categories) {
        Topic.send(
                Topics.PURPOSES,
                UUID.randomUUID(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        code,
                        1,
                        "MAJOR",
                        "CONSENT",
                        false,
                        categories,
                        Map.of("vi", "Học bạ", "en", "School reports"),
                        Map.of("vi", "…", "en", "…"),
                        List.of(new PurposePublishedV1.Recipient("bus-company", Map.of("vi", "Công ty xe"))),
                        Instant.now(),
                        List.of()));
        awaitRow("select count(*) from known_purpose where code = '" + code + "'");
    }

    private void applied(UUID id, @Nullable String purpose) {
        Topic.send(
                Topics.DECISIONS,
                student,
                ErasureAppliedV1.TYPE,
                new ErasureAppliedV1(id, student, purpose == null ? "STUDENT" : "PURPOSE", purpose, Instant.now()));
    }

    private static JsonNode instructed(Topic instructions) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> instructions.events(ErasureInstructedV1.TYPE), found -> !found.isEmpty())
                .getLast();
    }
}
