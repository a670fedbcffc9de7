package vn.edu.privacy.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.platform.testing.Rule;

/** A holder in all its moods: whatever it does, it is told until it has stopped, and a request ends once. */
class FaultyHoldersIT extends RightsCase {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LATE = (int) PATIENCE.toMillis() * 2;
    private static final String STOPPED = "\"status\":\"STOPPED\"";
    private static final String AT = ",\"at\":\"2026-11-25T01:00:00Z\"}";
    private static final String OTHER = "{\"instructionId\":\"0198c0de-0000-7000-8000-000000000001\",";
    private static final String OWN = "{\"instructionId\":\"{{request.pathSegments.[3]}}\",";
    private static long seq = 5000;

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void impatient(DynamicPropertyRegistry registry) {
        registry.add("privacy.holder-client.timeout", PATIENCE::toString);
        registry.add("privacy.carrying.escalation-interval", () -> "PT0.3S");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("answers too late", () -> own(STOPPED + AT).withFixedDelay(LATE)),
                fault(
                        "answers a byte now and then",
                        () -> own(STOPPED + AT).withChunkedDribbleDelay(40, (int)
                                Duration.ofSeconds(40).toMillis())),
                fault("resets the connection", () -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                fault("hangs up", () -> aResponse().withFault(Fault.EMPTY_RESPONSE)),
                fault("breaks off amid its answer", () -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                fault("speaks no HTTP", () -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                fault("has too much to do", () -> status(429)),
                fault("errs", () -> status(500)),
                fault("is being mended", () -> status(503)),
                fault("refuses our token", () -> status(401)),
                fault("lets nobody in", () -> status(403)),
                fault("answers nothing", () -> okJson("")),
                fault("answers a page", () -> aResponse().withStatus(200).withBody("<html>OK</html>")),
                fault("answers half of it", () -> own("\"status\":\"STO")),
                fault("answers a list", () -> okJson("[]")),
                fault("answers an empty object", () -> okJson("{}")),
                fault("answers to nothing in particular", () -> okJson("{" + STOPPED + AT)),
                fault("answers to another instruction", () -> okJson(OTHER + STOPPED + AT)),
                fault("says that it did something else", () -> own("\"status\":\"LIFTED\"" + AT)),
                fault("says what nobody knows", () -> own("\"status\":\"PERHAPS\"" + AT)),
                fault("refuses without a reason", () -> own("\"status\":\"REFUSED\"" + AT)),
                fault("says not since when", () -> own(STOPPED + "}")),
                fault(
                        "has stopped tomorrow",
                        () -> own(STOPPED + ",\"at\":\"" + Instant.now().plusSeconds(86_400) + "\"}")),
                fault(
                        "has stopped at the end of time",
                        () -> own(STOPPED + ",\"at\":\"+1000000000-12-31T23:59:59Z\"}")),
                fault("stopped before there was time", () -> own(STOPPED + ",\"at\":\"-1000000000-01-01T00:00:00Z\"}")),
                fault(
                        "says more than anybody reads",
                        () -> own(STOPPED + ",\"more\":\"" + "x".repeat(17 << 20) + "\"" + AT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @Rule("R-WD-04")
    void anAnswerThatProvesNothingStopsNothingAndTheHolderIsToldAgain(
            String what, Supplier<ResponseDefinitionBuilder> fault) {
        HOLDERS.answersAbout(HoldersStandIn.BUS, student, fault.get());
        UUID id = withdrawn();
        awaitAttempts(id, 2);
        assertThat(states(id)).containsEntry("sector-database", "STOPPED").containsEntry("bus-company", "PENDING");
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("IN_EFFECT");

        HOLDERS.answersAbout(HoldersStandIn.BUS, student, own(STOPPED + AT));
        awaitCompleted(id);
        assertThat(states(id)).containsEntry("bus-company", "STOPPED");
        endedOnce(id);
        toldTheSameEachTime(id);
    }

    @Test
    @Rule("R-WD-04")
    void aHolderInEveryMoodIsCalledSilentPutBeforeTheOfficersOnceAndStillAsked() {
        List<ResponseDefinitionBuilder> moods = List.of(
                status(500),
                okJson("{}"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                okJson(OTHER + STOPPED + AT),
                status(429),
                own(STOPPED + AT).withFixedDelay(LATE));
        HOLDERS.answersAbout(HoldersStandIn.BUS, student, moods.getFirst());
        UUID id = withdrawn();
        for (int attempt = 1; attempt <= moods.size(); attempt++) {
            HOLDERS.answersAbout(HoldersStandIn.BUS, student, moods.get(attempt - 1));
            awaitAttempts(id, attempt);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "SILENT".equals(states(id).get("bus-company")));
        String notices = "select count(*) from officer_notice where kind = 'HOLDER_TASK' and request_id = '" + id + "'";
        awaitRow(notices);
        awaitAttempts(id, moods.size() + 1);
        assertThat(count(notices)).isEqualTo(1);
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("IN_EFFECT");

        HOLDERS.answersAbout(HoldersStandIn.BUS, student, own(STOPPED + AT));
        awaitCompleted(id);
        endedOnce(id);
        assertThat(count(notices)).isEqualTo(1);
    }

    @Test
    void whatIsOverdueIsCalledSilentThoughNobodyMayCallTheHolderNow() {
        HOLDERS.answersAbout(HoldersStandIn.BUS, student, status(503));
        UUID id = withdrawn();
        awaitAttempts(id, 1);
        database.sql(
                        "update instruction set due = now() - interval '1 minute', next_attempt_at = now() + interval '1 day'"
                                + " where holder = 'bus-company' and request_id = '" + id + "'")
                .then()
                .block();

        awaitRow("select count(*) from officer_notice where kind = 'HOLDER_TASK' and request_id = '" + id + "'");
        assertThat(states(id)).containsEntry("bus-company", "SILENT");
    }

    @Test
    void aHolderThatAsksForTimeIsGivenIt() {
        HOLDERS.answersAbout(HoldersStandIn.BUS, student, status(429).withHeader("Retry-After", "600"));
        UUID id = withdrawn();

        awaitRow("select count(*) from instruction where attempts = 1 and holder = 'bus-company'"
                + " and next_attempt_at between now() + interval '9 minutes' and now() + interval '10 minutes'"
                + " and request_id = '" + id + "'");
        HOLDERS.answersAbout(HoldersStandIn.BUS, student, own(STOPPED + AT));
        awaitCompleted(id);
    }

    @Test
    void whatItSaysLateNoLongerChangesWhatItSaidBefore() {
        int late = (int) PATIENCE.toMillis() * 3 / 4;
        HOLDERS.answersAbout(
                HoldersStandIn.BUS,
                student,
                own("\"status\":\"REFUSED\",\"reason\":\"UNKNOWN_STUDENT\"" + AT)
                        .withFixedDelay(late));
        UUID id = beingTold();
        HOLDERS.answersAbout(HoldersStandIn.BUS, student, own(STOPPED + AT));
        anotherInstanceTells(id);

        awaitState(motherToken(), id, "COMPLETED");
        long before = entries(id);
        // by then the refusal, which the holder had begun to answer before, has come too
        await().pollDelay(PATIENCE).until(() -> true);
        assertThat(states(id)).containsEntry("bus-company", "STOPPED");
        assertThat(entries(id)).isEqualTo(before);
        endedOnce(id);
    }

    @Test
    void whatIsToldTwiceAtOnceIsDoneOnceAndEndsOnce() {
        HOLDERS.answersAbout(
                HoldersStandIn.BUS, student, own(STOPPED + AT).withFixedDelay((int) PATIENCE.toMillis() * 3 / 4));
        UUID id = beingTold();
        anotherInstanceTells(id);

        awaitState(motherToken(), id, "COMPLETED");
        assertThat(told(id)).hasSize(2);
        endedOnce(id);
        toldTheSameEachTime(id);
        assertThat(timeline(id).stream().filter("HOLDER_STOPPED"::equals)).hasSize(2);
    }

    @Test
    void whatAHolderSaysOfOneStudentIsNeverTakenForAnother() {
        UUID mine = withdrawnWith(status(503));
        UUID myInstruction = instruction(mine);
        UUID me = student;
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(10));
        UUID others = withdrawnWith(okJson("{\"instructionId\":\"" + myInstruction + "\"," + STOPPED + AT));

        awaitAttempts(others, 2);
        assertThat(states(others)).containsEntry("bus-company", "PENDING");
        assertThat(states(mine)).containsEntry("bus-company", "PENDING");
        assertThat(told(others))
                .allSatisfy(call -> assertThat(call.getBodyAsString())
                        .contains(student.toString())
                        .doesNotContain(me.toString()));

        HOLDERS.answersAbout(HoldersStandIn.BUS, student, own(STOPPED + AT));
        awaitCompleted(others);
        assertThat(get(motherToken(), "/v1/requests/" + mine).text("state")).isEqualTo("IN_EFFECT");
        endedOnce(others);
    }

    private static Arguments fault(String what, Supplier<ResponseDefinitionBuilder> answer) {
        return Arguments.of(what, answer);
    }

    private static ResponseDefinitionBuilder own(String rest) {
        return okJson(OWN + rest).withTransformers("response-template");
    }

    private UUID withdrawnWith(ResponseDefinitionBuilder answer) {
        HOLDERS.answersAbout(HoldersStandIn.BUS, student, answer);
        return withdrawn();
    }

    /** The request that a recorded withdrawal opens, in effect, kept to by the sector database. */
    private UUID withdrawn() {
        UUID id = beingTold();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "STOPPED".equals(states(id).get("sector-database")));
        return id;
    }

    /** The same, while the bus company is being told and may not have answered. */
    private UUID beingTold() {
        DecisionRecordedV1 withdrawn = decision("WITHDRAWN", seq++);
        tell(withdrawn);
        String request = "from request where decision_id = '" + withdrawn.decisionId() + "'";
        awaitRow("select count(*) " + request);
        UUID id =
                database.sql("select id " + request).mapValue(UUID.class).one().block();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !told(id).isEmpty());
        return id;
    }

    /** One whose clock says that the holder's turn has come again; returns when it has its answer. */
    private void anotherInstanceTells(UUID request) {
        hurry(request);
        Mono<Void> run = ReflectionTestUtils.invokeMethod(context.getBean("dispatch"), "run");
        run.block(Duration.ofSeconds(20));
    }

    private UUID instruction(UUID request) {
        return database.sql(
                        "select id from instruction where holder = 'bus-company' and request_id = '" + request + "'")
                .mapValue(UUID.class)
                .one()
                .block();
    }

    /** Waits until the bus company has been asked so often; its turn comes at once. */
    private void awaitAttempts(UUID request, int attempts) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            hurry(request);
            return told(request).size() >= attempts;
        });
    }

    /** Its turn comes at once, and again when an answer that was under way had put it off. */
    private void awaitCompleted(UUID request) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            hurry(request);
            return get(motherToken(), "/v1/requests/" + request).text("state").equals("COMPLETED");
        });
    }

    private void hurry(UUID request) {
        database.sql("update instruction set next_attempt_at = now() where next_attempt_at is not null"
                        + " and request_id = '" + request + "'")
                .then()
                .block();
    }

    private Map<String, String> states(UUID request) {
        return database.sql("select holder, state from instruction where request_id = '" + request + "'")
                .map(row -> Map.entry(
                        String.valueOf(row.get("holder", String.class)),
                        String.valueOf(row.get("state", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }

    private List<LoggedRequest> told(UUID request) {
        UUID instruction = instruction(request);
        return HOLDERS.calls(HoldersStandIn.BUS).stream()
                .filter(call -> call.getUrl().endsWith("/v1/instructions/" + instruction))
                .toList();
    }

    /** A holder that knows what comes twice by its id has carried it out once. */
    private void toldTheSameEachTime(UUID request) {
        assertThat(told(request).stream().map(LoggedRequest::getBodyAsString).distinct())
                .as("one body under one id")
                .hasSize(1);
        assertThat(count("select count(*) from instruction where holder = 'bus-company' and request_id = '" + request
                        + "'"))
                .isEqualTo(1);
    }

    private void endedOnce(UUID request) {
        assertThat(timeline(request).stream().filter("COMPLETED"::equals)).hasSize(1);
        assertThat(get(motherToken(), "/v1/requests/" + request).text("state")).isEqualTo("COMPLETED");
    }

    private long entries(UUID request) {
        return count("select count(*) from request_timeline where request_id = '" + request + "'");
    }

    private List<String> timeline(UUID request) {
        return get(motherToken(), "/v1/requests/" + request + "/timeline")
                .body()
                .path("items")
                .findValuesAsString("event");
    }
}
