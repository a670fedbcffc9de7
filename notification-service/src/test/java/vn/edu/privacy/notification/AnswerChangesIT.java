package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.request.application.Carrying;
import vn.edu.privacy.notification.request.application.HolderOrder;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** Holders follow what consent-service answers, whoever or whatever changed it. */
class AnswerChangesIT extends RightsCase {
    private static final String EARLIER = "earlier-company";

    private final String purpose = "album-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID record = UUID.randomUUID();

    @Autowired
    private Carrying carrying;

    @Autowired
    private Requests requests;

    @BeforeEach
    void aPurposeWhoseRecipientsChanged() {
        published(1, "sector-database", EARLIER);
        published(2, "sector-database", "bus-company");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIME", "NOTICE", "ROSTER", "SETTLEMENT", "DECISION"})
    @Rule("R-WD-04")
    void everybodyIsToldToStopWheneverARecordNoLongerPermits(String cause) {
        if (cause.equals("DECISION")) {
            tell(decided("REFUSED", "PERMIT", "DENY"));
        } else {
            changed(cause, "PERMIT", "DENY");
        }
        await(HoldersStandIn.SECTOR, "STOP");
        await(HoldersStandIn.BUS, "STOP");

        JsonNode body = told(HoldersStandIn.BUS).getFirst();
        assertThat(body.has("requestId")).isFalse();
        assertThat(body.path("schoolId").asString("")).isEqualTo(SCHOOL);
        assertThat(body.path("purpose").asString("")).isEqualTo(purpose);
        // who received data under an earlier version may hold it still
        awaitRow("select count(*) from instruction where holder = '" + EARLIER + "' and cause = '" + cause
                + "' and request_id is null and student_id = '" + student + "'");
    }

    @Test
    @Rule("R-RES-01")
    void aRestrictedRecordIsRestrictedEverywhereAndLiftedOnceItPermitsAgain() {
        changed("RESTRICTION", "PERMIT", "RESTRICTED");
        await(HoldersStandIn.BUS, "RESTRICT");
        awaitState(HoldersStandIn.BUS, "RESTRICTED");
        changed("RESTRICTION", "RESTRICTED", "PERMIT");
        await(HoldersStandIn.BUS, "RESTRICT", "LIFT");
        await(HoldersStandIn.SECTOR, "RESTRICT", "LIFT");
    }

    @Test
    void whoWasNeverStoppedIsNotLifted() {
        tell(decided("GIVEN", "DENY", "PERMIT"));
        changed("TIME", "PERMIT", "DENY");
        await(HoldersStandIn.BUS, "STOP");
    }

    @Test
    void aStopThatWaitsIsNeverCarriedOutAfterTheRecordPermitsAgain() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        changed("TIME", "PERMIT", "DENY");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !HOLDERS.instructions(HoldersStandIn.BUS, student).isEmpty());
        changed("SETTLEMENT", "DENY", "PERMIT");
        awaitState(HoldersStandIn.BUS, "SUPERSEDED");
        // a call may be under way while the answer changes: the newer one waits until it is over
        assertThat(count("select count(*) from instruction where holder = 'bus-company' and action = 'LIFT'"
                        + " and next_attempt_at > now() + interval '5 seconds' and student_id = '" + student + "'"))
                .isEqualTo(1);
        HOLDERS.reset();
        database.sql("update instruction set next_attempt_at = now() where next_attempt_at > now() and student_id = '"
                        + student + "'")
                .then()
                .block();
        await(HoldersStandIn.BUS, "LIFT");
        awaitState(HoldersStandIn.BUS, "LIFTED");
        assertThat(kinds(HoldersStandIn.BUS)).containsExactly("LIFT");
    }

    @Test
    void aWithdrawalOfWhichOnlyWhatANewConsentTurnedRoundIsLeftIsComplete() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        DecisionRecordedV1 withdrawn = decided("WITHDRAWN", "PERMIT", "DENY");
        tell(withdrawn);
        String request = "from request where decision_id = '" + withdrawn.decisionId() + "'";
        awaitRow("select count(*) " + request);
        UUID id = Objects.requireNonNull(
                database.sql("select id " + request).mapValue(UUID.class).one().block());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> kinds(HoldersStandIn.SECTOR).contains("ERASE"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        count("select count(*) from instruction where state = 'ERASED' and request_id = '" + id + "'")
                                == 1);

        tell(decided("GIVEN", "DENY", "PERMIT"));

        JsonNode done = awaitState(motherToken(), id, "COMPLETED");
        assertThat(done.path("steps").findValuesAsString("state")).contains("SUPERSEDED");
    }

    @Test
    @Rule("R-CH-04")
    void whatAnAuthorityOrderedToEndForAChildIsErasedToo() {
        changed("ORDER", "PERMIT", "DENY");
        await(HoldersStandIn.BUS, "STOP", "ERASE");
    }

    @Test
    void aRequestTakesOverWhatTheRecordItChangedHadNoted() {
        changed("RESTRICTION", "PERMIT", "RESTRICTED");
        awaitState(HoldersStandIn.BUS, "RESTRICTED");
        awaitState(HoldersStandIn.SECTOR, "RESTRICTED");

        UUID id = takenOver();

        assertThat(get(motherToken(), "/v1/requests/" + id).body().path("steps").findValuesAsString("state"))
                .containsExactly("RESTRICTED", "RESTRICTED");
        assertThat(kinds(HoldersStandIn.BUS)).containsExactly("RESTRICT");
    }

    @Test
    void aHolderIsToldTheSameAgainWhateverRequestHasTakenItOver() {
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "RECEIVED");
        changed("RESTRICTION", "PERMIT", "RESTRICTED");
        awaitState(HoldersStandIn.BUS, "TOLD");
        takenOver();

        HOLDERS.answersInstructions(HoldersStandIn.BUS, "RESTRICTED");
        database.sql("update instruction set next_attempt_at = now() where holder = 'bus-company' and student_id = $1")
                .bind(0, student)
                .then()
                .block();
        awaitState(HoldersStandIn.BUS, "RESTRICTED");

        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, student))
                .hasSizeGreaterThan(1)
                .as("another body under one id is a conflict")
                .allMatch(HOLDERS.instructions(HoldersStandIn.BUS, student).getFirst()::equals);
    }

    /** A request that takes over what was noted because the record had changed. */
    private UUID takenOver() {
        UUID id = post(
                        motherToken(),
                        "/v1/requests",
                        Map.of("type", "WITHDRAW", "studentId", student, "purposes", List.of(purpose)))
                .id();
        Facts facts =
                Objects.requireNonNull(requests.find(id).block()).request().facts();
        carrying.start(HolderOrder.of(facts, Action.RESTRICT, List.of(purpose))).block();
        return id;
    }

    private void published(int version, String... recipients) {
        Topic.send(
                Topics.PURPOSES,
                UUID.randomUUID(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        purpose,
                        version,
                        "MAJOR",
                        "CONSENT",
                        false,
                        List.of("photo-" + version),
                        Map.of("vi", "Kỷ yếu", "en", "Yearbook"),
                        Map.of("vi", "Con không có trong kỷ yếu.", "en", "Not in the yearbook."),
                        List.of(recipients).stream()
                                .map(code -> new PurposePublishedV1.Recipient(code, Map.of("vi", code, "en", code)))
                                .toList(),
                        Instant.now(),
                        List.of()));
        awaitRow("select count(*) from known_purpose where code = '" + purpose + "' and version = " + version);
    }

    private void changed(String cause, String before, String after) {
        Topic.send(
                Topics.DECISIONS,
                student,
                RecordChangedV1.TYPE,
                new RecordChangedV1(
                        record, student, SCHOOL, purpose, "2026-2027", "EXPIRED", after, before, cause, Instant.now()));
    }

    private DecisionRecordedV1 decided(String kind, String before, String after) {
        return new DecisionRecordedV1(
                UUID.randomUUID(),
                student,
                Instant.now().toEpochMilli(),
                SCHOOL,
                purpose,
                2,
                "2026-2027",
                kind,
                mother,
                "MOTHER",
                "PORTAL_TICK",
                null,
                Instant.now(),
                record,
                kind,
                after,
                before);
    }

    private void await(String holder, String... kinds) {
        Awaitility.await(holder).atMost(Duration.ofSeconds(20)).until(() -> kinds(holder), List.of(kinds)::equals);
    }

    private void awaitState(String holder, String state) {
        String code = holder.equals(HoldersStandIn.BUS) ? "bus-company" : "sector-database";
        awaitRow("select count(*) from instruction where holder = '" + code + "' and state = '" + state
                + "' and student_id = '" + student + "'");
    }

    private List<JsonNode> told(String holder) {
        return HOLDERS.instructions(holder, student);
    }

    private List<String> kinds(String holder) {
        return told(holder).stream().map(body -> body.path("kind").asString("")).toList();
    }
}
