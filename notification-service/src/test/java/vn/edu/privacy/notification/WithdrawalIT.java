package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.RequestChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.contracts.events.WithdrawalAppliedV1;
import vn.edu.privacy.contracts.events.WithdrawalInstructedV1;
import vn.edu.privacy.contracts.events.WithdrawalRefusedV1;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

class WithdrawalIT extends RightsCase {
    private static final Map<String, Boolean> ACKNOWLEDGED = Map.of("consequencesAcknowledged", true);

    @Autowired
    private ApplicationContext context;

    @Test
    @Rule({"R-WD-04", "R-CH-04"})
    void withdrawalRecordedAtConsentServiceOpensARequestThatHoldersCarryOut() {
        DecisionRecordedV1 withdrawn = decision("WITHDRAWN", 900);
        tell(withdrawn);
        UUID id = opened(withdrawn);

        JsonNode request = awaitState(motherToken(), id, "COMPLETED");

        assertThat(Instant.parse(request.path("inEffectAt").asString("")))
                .isCloseTo(withdrawn.decidedAt(), within(Duration.ofMillis(1)));
        assertThat(request.path("steps").findValuesAsString("state")).containsExactly("STOPPED", "STOPPED");
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student))
                .hasSize(1)
                .first()
                .satisfies(told -> {
                    assertThat(told.path("kind").asString("")).isEqualTo("STOP");
                    assertThat(told.path("studentId").asString("")).isEqualTo(student.toString());
                    assertThat(told.path("requestId").asString("")).isEqualTo(id.toString());
                    assertThat(told.path("dataCategories")).hasSize(2);
                });
        assertThat(request.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(request.path("clocks"));
        assertThat(events(motherToken(), id))
                .containsSubsequence("WITHDRAWN", "HOLDER_STOPPED", "HOLDER_STOPPED", "COMPLETED");
    }

    @Test
    void everyNewStateIsToldToOthersByIdentifiersAlone() {
        try (Topic requests = new Topic(Topics.REQUESTS, student)) {
            tell(decision("WITHDRAWN", 905));
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> requests.events(RequestChangedV1.TYPE).stream()
                                    .map(event -> event.path("state").asString(""))
                                    .toList(),
                            List.of("IN_EFFECT", "COMPLETED")::equals);
        }
    }

    @Test
    void theSameWithdrawalHeardTwiceOpensOneRequest() {
        DecisionRecordedV1 withdrawn = decision("WITHDRAWN", 901);
        tell(withdrawn);
        tell(withdrawn);
        DecisionRecordedV1 after = decision("WITHDRAWN", 902);
        tell(after);
        awaitRow("select count(*) from request where decision_id = '" + after.decisionId() + "'");
        assertThat(count("select count(*) from request where decision_id = '" + withdrawn.decisionId() + "'"))
                .isEqualTo(1);
    }

    @Test
    @Rule({"R-WD-03", "R-WD-05", "R-WD-06", "R-CH-10"})
    void withdrawalAskedForHereShowsConsequencesAndIsInEffectWhenConsentServiceSaysSo() {
        motherAgrees();
        Reply opened = post(motherToken(), "/v1/requests", withdraw());
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(opened.body().path("consequences").get(0).path("text").asString(""))
                .isEqualTo("No more bus.");

        try (Topic instructions = new Topic(Topics.INSTRUCTIONS, student)) {
            Reply confirmed = post(motherToken(), "/v1/requests/" + opened.id() + "/confirmation", ACKNOWLEDGED);
            assertThat(confirmed.status()).isEqualTo(202);
            assertThat(confirmed.text("state")).isEqualTo("RECEIVED");
            JsonNode told = await().atMost(Duration.ofSeconds(20))
                    .until(() -> instructions.events(WithdrawalInstructedV1.TYPE), found -> !found.isEmpty())
                    .getFirst();
            assertThat(told.path("requestId").asString(""))
                    .isEqualTo(opened.id().toString());
            assertThat(told.path("items").get(0).path("seqs")).isNotEmpty();
        }

        Instant applied = Instant.now();
        Topic.send(
                Topics.DECISIONS,
                student,
                WithdrawalAppliedV1.TYPE,
                new WithdrawalAppliedV1(opened.id(), student, SCHOOL, TRANSPORT, UUID.randomUUID(), 50, applied));
        JsonNode done = awaitState(motherToken(), opened.id(), "COMPLETED");
        assertThat(Instant.parse(done.path("inEffectAt").asString("")))
                .isCloseTo(applied, within(Duration.ofMillis(1)));
    }

    @Test
    void whatCannotBeAppliedIsNeverCalledInEffectAndNoHolderIsTold() {
        motherAgrees();
        UUID id = post(motherToken(), "/v1/requests", withdraw()).id();
        post(motherToken(), "/v1/requests/" + id + "/confirmation", ACKNOWLEDGED);
        Topic.send(
                Topics.DECISIONS,
                student,
                WithdrawalRefusedV1.TYPE,
                new WithdrawalRefusedV1(id, student, TRANSPORT, "NEWER_DECISION", Instant.now()));

        JsonNode failed = awaitState(motherToken(), id, "NOT_IN_EFFECT");

        assertThat(failed.path("notInEffectReason").asString("")).isEqualTo("NEWER_DECISION");
        assertThat(failed.has("inEffectAt")).isFalse();
        assertThat(failed.path("steps")).isEmpty();
    }

    @Test
    @Rule({"R-WD-04", "R-DL-06"})
    void anOfficerHasWhatIsNotInEffectTriedAgainOrSaysWhyItStaysSo() {
        motherAgrees();
        UUID id = notInEffect();
        assertThat(act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("RECEIVED");
        try (Topic instructed = new Topic(Topics.INSTRUCTIONS, student)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> instructed.events(WithdrawalInstructedV1.TYPE).size() == 2);
        }
        Topic.send(
                Topics.DECISIONS,
                student,
                WithdrawalAppliedV1.TYPE,
                new WithdrawalAppliedV1(id, student, SCHOOL, TRANSPORT, UUID.randomUUID(), 51, Instant.now()));
        awaitState(motherToken(), id, "COMPLETED");

        UUID settled = notInEffect();
        String refusal = "/v1/requests/" + settled + "/refusal";
        assertThat(post(officerInPerson(), refusal, Map.of("ground", "DATA_CORRECT", "text", "…"))
                        .problem())
                .isEqualTo("422 ground-not-applicable");
        Browser officer = Browser.officer(context, SCHOOL);
        String handling = "/officer/requests/" + settled;
        Browser.Page shown = officer.open(handling);
        assertThat(shown.offers(handling + "/approval")).isTrue();
        officer.send(shown, handling + "/refusal", Map.of("ground", "NO_CONSENT", "text", "Chính chị đã đồng ý lại."));
        Reply answered = get(motherToken(), "/v1/requests/" + settled);
        assertThat(answered.text("state")).isEqualTo("REFUSED");
        assertThat(answered.body().path("refusal").path("article").asString("")).contains("10.1 Luật 91");
        assertThat(answered.body().path("clocks").findValues("metAt"))
                .hasSameSizeAs(answered.body().path("clocks"));
        awaitRow("select count(*) from notice where kind = 'REQUEST_REFUSED' and person_id = '" + mother
                + "' and request_id = '" + settled + "'");
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open("/requests/" + settled)
                        .html())
                .contains("Chính chị đã đồng ý lại.", "Khiếu nại với người đứng đầu nhà trường");
    }

    /** Confirmed, and refused by consent-service. */
    private UUID notInEffect() {
        UUID id = post(motherToken(), "/v1/requests", withdraw()).id();
        post(motherToken(), "/v1/requests/" + id + "/confirmation", ACKNOWLEDGED);
        Topic.send(
                Topics.DECISIONS,
                student,
                WithdrawalRefusedV1.TYPE,
                new WithdrawalRefusedV1(id, student, TRANSPORT, "NEWER_DECISION", Instant.now()));
        awaitState(motherToken(), id, "NOT_IN_EFFECT");
        return id;
    }

    @Test
    @Rule("R-WD-04")
    void silentHolderIsAskedAgainAndSeenAsSilentUntilItStops() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        DecisionRecordedV1 withdrawn = decision("WITHDRAWN", 903);
        tell(withdrawn);
        UUID id = opened(withdrawn);
        await().atMost(Duration.ofSeconds(20)).until(() -> stepStates(id).contains("STOPPED"));
        // time is moved on instead of waited for
        for (int attempt = 0; attempt < 7 && !stepStates(id).contains("SILENT"); attempt++) {
            long before = attempts(id);
            database.sql("update instruction set next_attempt_at = now() where holder = 'bus-company'")
                    .then()
                    .block();
            await().atMost(Duration.ofSeconds(20)).until(() -> attempts(id) > before);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> stepStates(id).contains("SILENT"));
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("IN_EFFECT");

        HOLDERS.reset();
        database.sql("update instruction set next_attempt_at = now() where holder = 'bus-company'")
                .then()
                .block();
        awaitState(motherToken(), id, "COMPLETED");
    }

    @Test
    @Rule("R-WD-04")
    void holderThatNeedsTimeIsAskedUntilItHasStopped() {
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "RECEIVED");
        DecisionRecordedV1 withdrawn = decision("WITHDRAWN", 904);
        tell(withdrawn);
        UUID id = opened(withdrawn);
        awaitRow("select count(*) from instruction where state = 'TOLD' and request_id = '" + id + "'");
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("IN_EFFECT");
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "STOPPED");
        awaitState(motherToken(), id, "COMPLETED");
    }

    @Test
    @Rule("R-CH-10")
    void nobodyElseSeesOrConfirmsTheRequest() {
        motherAgrees();
        UUID id = post(motherToken(), "/v1/requests", withdraw()).id();
        String foreign = Tokens.bearer(Role.GUARDIAN, stranger);
        String theFather = Tokens.bearer(Role.GUARDIAN, father);
        assertThat(get(foreign, "/v1/requests/" + id).problem()).isEqualTo("404 not-found");
        assertThat(get(theFather, "/v1/requests/" + id).problem()).isEqualTo("404 not-found");
        assertThat(post(theFather, "/v1/requests/" + id + "/confirmation", ACKNOWLEDGED)
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(get(officer("sao-mai"), "/v1/requests/" + id).problem()).isEqualTo("404 not-found");
        assertThat(get(officer(SCHOOL), "/v1/requests/" + id).status()).isEqualTo(200);
        assertThat(post(foreign, "/v1/requests", withdraw()).problem()).isEqualTo("404 not-found");
        assertThat(get(foreign, "/v1/requests").body().path("items")).isEmpty();
    }

    @Test
    @Rule({"R-WD-03", "R-EXC-01"})
    void rulesOfWithdrawingAreToldByTheirProblems() {
        assertThat(post(motherToken(), "/v1/requests", withdraw()).status()).isEqualTo(201);
        Reply opened = post(motherToken(), "/v1/requests", withdraw());
        String path = "/v1/requests/" + opened.id();
        assertThat(post(motherToken(), path + "/confirmation", Map.of("consequencesAcknowledged", false))
                        .problem())
                .isEqualTo("422 consequences-not-acknowledged");
        assertThat(post(motherToken(), path + "/confirmation", ACKNOWLEDGED).problem())
                .isEqualTo("422 nothing-to-withdraw");
        assertThat(act(motherToken(), path + "/cancellation", Map.of()).text("state"))
                .isEqualTo("CANCELLED");
        assertThat(post(motherToken(), path + "/confirmation", ACKNOWLEDGED).problem())
                .isEqualTo("409 wrong-state");
        assertThat(post(motherToken(), "/v1/requests", body("purposes", List.of("marks")))
                        .problem())
                .isEqualTo("422 no-consent-needed");
        assertThat(post(motherToken(), "/v1/requests", body("purposes", List.of("nothing-known")))
                        .problem())
                .isEqualTo("422 unknown-purpose");
        assertThat(post(motherToken(), "/v1/requests", Map.of("type", "WITHDRAW", "studentId", student))
                        .problem())
                .isEqualTo("422 purposes-missing");
        assertThat(post(motherToken(), "/v1/requests", Map.of("type", "COMPLAIN", "studentId", student))
                        .problem())
                .isEqualTo("422 field-missing");
    }

    @Test
    @Rule("R-CH-24")
    void grownUpStudentAloneActs() {
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(18));
        assertThat(post(motherToken(), "/v1/requests", withdraw()).problem()).isEqualTo("404 not-found");
        assertThat(post(Tokens.bearer(Role.STUDENT, pupil), "/v1/requests", withdraw())
                        .status())
                .isEqualTo(201);
    }

    /** The request that a recorded withdrawal opens, once it has. */
    private UUID opened(DecisionRecordedV1 withdrawn) {
        String request = "from request where decision_id = '" + withdrawn.decisionId() + "'";
        awaitRow("select count(*) " + request);
        return database.sql("select id " + request).mapValue(UUID.class).one().block();
    }

    private Map<String, Object> withdraw() {
        return body("purposes", List.of(TRANSPORT));
    }

    private Map<String, Object> body(String field, Object value) {
        return Map.of("type", "WITHDRAW", "studentId", student, field, value);
    }

    private List<String> events(String token, UUID id) {
        return get(token, "/v1/requests/" + id + "/timeline")
                .body()
                .path("items")
                .findValuesAsString("event");
    }

    private List<String> stepStates(UUID id) {
        return get(motherToken(), "/v1/requests/" + id).body().path("steps").findValuesAsString("state");
    }

    private long attempts(UUID id) {
        return count(
                "select attempts::bigint from instruction where holder = 'bus-company' and request_id = '" + id + "'");
    }
}
