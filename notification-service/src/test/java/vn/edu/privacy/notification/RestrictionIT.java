package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.RestrictionAppliedV1;
import vn.edu.privacy.contracts.events.RestrictionInstructedV1;
import vn.edu.privacy.contracts.events.RestrictionRefusedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** Having processing restricted, objecting to it, and taking that back. */
class RestrictionIT extends RightsCase {
    private static final Map<String, Boolean> ACKNOWLEDGED = Map.of("consequencesAcknowledged", true);

    @Test
    @Rule({"R-RES-01", "R-WD-05"})
    void restrictionIsAskedForWithoutReasonAndInEffectWhenConsentServiceSaysSo() {
        Reply opened = post(motherToken(), "/v1/requests", ask("RESTRICT", TRANSPORT));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(opened.body().path("consequences").get(0).path("text").asString(""))
                .isEqualTo("No more bus.");
        assertThat(due(opened.body(), "PROMISE"))
                .isCloseTo(received(opened.body()).plus(Duration.ofHours(72)), within(Duration.ofMillis(1)));

        JsonNode told = confirmed(opened.id());
        assertThat(told.path("action").asString("")).isEqualTo("RESTRICT");
        assertThat(told.path("cause").asString("")).isEqualTo("RESTRICTION");
        assertThat(told.path("requester").asString("")).isEqualTo(mother.toString());
        assertThat(told.path("purposes").valueStream().map(each -> each.asString("")))
                .containsExactly(TRANSPORT);
        assertThat(get(motherToken(), "/v1/requests/" + opened.id()).body().has("inEffectAt"))
                .isFalse();

        applied(opened.id(), "RESTRICT");
        JsonNode done = awaitState(motherToken(), opened.id(), "COMPLETED");
        assertThat(done.has("inEffectAt")).isTrue();
        assertThat(done.path("outcomes").get(0).has("appliedAt")).isTrue();
        assertThat(done.path("steps").findValuesAsString("state")).containsExactly("RESTRICTED", "RESTRICTED");
        assertThat(done.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(done.path("clocks"));
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student))
                .hasSize(1)
                .first()
                .satisfies(instruction -> {
                    assertThat(instruction.path("kind").asString("")).isEqualTo("RESTRICT");
                    assertThat(instruction.path("requestId").asString(""))
                            .isEqualTo(opened.id().toString());
                    assertThat(Instant.parse(instruction.path("dueBy").asString("")))
                            .isCloseTo(received(done).plus(Duration.ofHours(72)), within(Duration.ofMillis(1)));
                });
    }

    @Test
    void requesterAloneLiftsItAndItStandsUntilConsentServiceSaysOtherwise() {
        UUID id = restricted();
        String lifting = "/v1/requests/" + id + "/lifting";
        assertThat(act(Tokens.bearer(Role.GUARDIAN, father), lifting, Map.of()).problem())
                .isEqualTo("404 not-found");

        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            Reply asked = act(motherToken(), lifting, Map.of());
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.text("state")).isEqualTo("LIFTING");
            assertThat(asked.body().has("inEffectAt")).isTrue();
            JsonNode told = instructed(instructions, "LIFT");
            assertThat(told.path("requestId").asString("")).isEqualTo(id.toString());
        }
        assertThat(act(motherToken(), lifting, Map.of()).problem()).isEqualTo("409 wrong-state");

        applied(id, "LIFT");
        JsonNode lifted = awaitState(motherToken(), id, "LIFTED");
        assertThat(lifted.path("outcomes").get(0).has("liftedAt")).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> HOLDERS.instructions(HoldersStandIn.BUS, student).stream()
                        .map(each -> each.path("kind").asString(""))
                        .toList()
                        .contains("LIFT"));
    }

    @Test
    void whatCannotBeLiftedStandsAndSaysWhy() {
        UUID id = restricted();
        act(motherToken(), "/v1/requests/" + id + "/lifting", Map.of());
        refused(id, "LIFT", "NEWER_RESTRICTION");

        JsonNode stands = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> get(motherToken(), "/v1/requests/" + id).body(),
                        body -> !body.path("state").asString("").equals("LIFTING"));
        assertThat(stands.path("state").asString("")).isIn("IN_EFFECT", "COMPLETED");
        assertThat(stands.path("outcomes").get(0).path("liftRefusal").asString(""))
                .isEqualTo("NEWER_RESTRICTION");
    }

    @Test
    @Rule({"R-OBJ-01", "R-DL-06"})
    void objectionToWhatTheLawAllowsIsNeverCalledInEffectAndAnsweredByAnOfficer() {
        Reply opened = post(motherToken(), "/v1/requests", ask("OBJECT", "marks"));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(confirmed(opened.id()).path("cause").asString("")).isEqualTo("OBJECTION");
        Topic.send(
                Topics.DECISIONS,
                student,
                RestrictionRefusedV1.TYPE,
                new RestrictionRefusedV1(
                        opened.id(), student, "marks", "RESTRICT", "PROCESSED_UNDER_LAW", Instant.now()));
        JsonNode failed = awaitState(motherToken(), opened.id(), "NOT_IN_EFFECT");
        assertThat(failed.path("notInEffectReason").asString("")).isEqualTo("PROCESSED_UNDER_LAW");
        assertThat(failed.has("inEffectAt")).isFalse();
        assertThat(failed.path("steps")).isEmpty();

        Reply refused = post(
                officer(SCHOOL),
                "/v1/requests/" + opened.id() + "/refusal",
                Map.of("ground", "LAW_PROHIBITS", "text", "Sổ điểm được giữ theo luật."));
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        JsonNode told = get(motherToken(), "/v1/requests/" + opened.id()).body();
        assertThat(told.path("refusal").path("text").asString("")).startsWith("Sổ điểm");
        assertThat(told.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(told.path("clocks"));
    }

    @Test
    void failedRestrictionIsTriedAgainByAnOfficerAndNoDeadlineMoves() {
        UUID id =
                post(motherToken(), "/v1/requests", ask("RESTRICT", TRANSPORT)).id();
        confirmed(id);
        refused(id, "RESTRICT", "NO_AUTHORITY");
        JsonNode failed = awaitState(motherToken(), id, "NOT_IN_EFFECT");

        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            Reply again = act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of());
            assertThat(again.text("state")).isEqualTo("RECEIVED");
            assertThat(due(again.body(), "PROMISE")).isEqualTo(due(failed, "PROMISE"));
            assertThat(instructed(instructions, "RESTRICT").path("requestId").asString(""))
                    .isEqualTo(id.toString());
        }
        applied(id, "RESTRICT");
        awaitState(motherToken(), id, "COMPLETED");
    }

    @Test
    void whatWasAskedForIsToldByItsProblems() {
        assertThat(post(motherToken(), "/v1/requests", ask("RESTRICT", "marks")).problem())
                .isEqualTo("422 no-consent-needed");
        assertThat(post(motherToken(), "/v1/requests", ask("OBJECT", "nothing-known"))
                        .problem())
                .isEqualTo("422 unknown-purpose");
        assertThat(post(motherToken(), "/v1/requests", Map.of("type", "RESTRICT", "studentId", student))
                        .problem())
                .isEqualTo("422 purposes-missing");
        Reply opened = post(motherToken(), "/v1/requests", ask("RESTRICT", TRANSPORT));
        assertThat(post(
                                motherToken(),
                                "/v1/requests/" + opened.id() + "/confirmation",
                                Map.of("consequencesAcknowledged", false))
                        .problem())
                .isEqualTo("422 consequences-not-acknowledged");
        assertThat(act(motherToken(), "/v1/requests/" + opened.id() + "/lifting", Map.of())
                        .problem())
                .isEqualTo("409 wrong-state");
        assertThat(act(motherToken(), "/v1/requests/" + opened.id() + "/cancellation", Map.of())
                        .text("state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    @Rule("R-WD-05")
    void reasonIsNeverDemandedAndWhenGivenIsSealedForThoseWhoHandleIt() {
        Reply opened = post(
                motherToken(),
                "/v1/requests",
                Map.of(
                        "type",
                        "OBJECT",
                        "studentId",
                        student,
                        "purposes",
                        List.of(TRANSPORT),
                        "reason",
                        "Không rõ dùng vào việc gì."));
        assertThat(get(officer(SCHOOL), "/v1/requests/" + opened.id()).text("reason"))
                .isEqualTo("Không rõ dùng vào việc gì.");
        assertThat(
                        count(
                                "select count(*) from request where position(convert_to('Không rõ', 'UTF8') in reason_sealed) > 0"))
                .isZero();
    }

    private UUID restricted() {
        UUID id =
                post(motherToken(), "/v1/requests", ask("RESTRICT", TRANSPORT)).id();
        confirmed(id);
        applied(id, "RESTRICT");
        awaitState(motherToken(), id, "COMPLETED");
        return id;
    }

    /** Confirms, and gives the instruction that consent-service gets. */
    private JsonNode confirmed(UUID id) {
        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            Reply confirmed = post(motherToken(), "/v1/requests/" + id + "/confirmation", ACKNOWLEDGED);
            assertThat(confirmed.status()).isEqualTo(202);
            assertThat(confirmed.text("state")).isEqualTo("RECEIVED");
            return instructed(instructions, "RESTRICT");
        }
    }

    private static JsonNode instructed(Topic instructions, String action) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> instructions.events(RestrictionInstructedV1.TYPE).stream()
                                .filter(each -> each.path("action").asString("").equals(action))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private void applied(UUID id, String action) {
        Topic.send(
                Topics.DECISIONS,
                student,
                RestrictionAppliedV1.TYPE,
                new RestrictionAppliedV1(id, student, SCHOOL, TRANSPORT, action, UUID.randomUUID(), 50, Instant.now()));
    }

    private void refused(UUID id, String action, String reason) {
        Topic.send(
                Topics.DECISIONS,
                student,
                RestrictionRefusedV1.TYPE,
                new RestrictionRefusedV1(id, student, TRANSPORT, action, reason, Instant.now()));
    }

    private Map<String, Object> ask(String type, String purpose) {
        return Map.of("type", type, "studentId", student, "purposes", List.of(purpose));
    }

    private static Instant received(JsonNode request) {
        return Instant.parse(request.path("receivedAt").asString(""));
    }

    private static Instant due(JsonNode request, String code) {
        return request.path("clocks")
                .valueStream()
                .filter(clock -> clock.path("code").asString("").equals(code))
                .map(clock -> Instant.parse(clock.path("due").asString("")))
                .findFirst()
                .orElseThrow();
    }
}
