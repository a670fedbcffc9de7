package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** What holders do not do by themselves is in the hands of officers, until it has one outcome. */
class TasksIT extends RightsCase {
    private static final String LIST = "/officer/instructions";
    private static final Map<String, Object> EVIDENCE = Map.of("evidence", "Công văn 12/CV ngày 25/11/2026");

    private final String purpose = "archive-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void aPurposeWithAHolderThatIsNotConnected() {
        // of sixteen: nothing is erased unasked
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(16));
        Topic.send(
                Topics.PURPOSES,
                UUID.randomUUID(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        purpose,
                        1,
                        "MAJOR",
                        "CONSENT",
                        false,
                        List.of("full-name"),
                        Map.of("vi", "Lưu trữ", "en", "Archive"),
                        Map.of("vi", "Không lưu nữa.", "en", "No more archive."),
                        List.of(
                                new PurposePublishedV1.Recipient("bus-company", Map.of("vi", "Công ty xe")),
                                new PurposePublishedV1.Recipient("paper-archive", Map.of("vi", "Kho giấy"))),
                        Instant.now(),
                        List.of()));
        awaitRow("select count(*) from known_purpose where code = '" + purpose + "'");
    }

    @Test
    @Rule("R-WD-04")
    void whatPeopleAtAHolderDidIsRecordedWithItsEvidenceAndCompletesTheRequest() {
        UUID request = withdrawn();
        JsonNode task = waiting("paper-archive");
        assertThat(task.path("manual").asBoolean()).isTrue();
        assertThat(task.path("action").asString("")).isEqualTo("STOP");
        assertThat(task.path("reference").asString("")).startsWith("YC-");
        assertThat(get(motherToken(), "/v1/requests/" + request).text("state")).isEqualTo("IN_EFFECT");

        String path = "/v1/instructions/" + task.path("id").asString("");
        assertThat(post(officer(SCHOOL), path + "/completion", EVIDENCE).status())
                .isEqualTo(204);

        JsonNode done = awaitState(motherToken(), request, "COMPLETED");
        assertThat(done.path("steps").findValuesAsString("state")).containsExactly("STOPPED", "STOPPED");
        assertThat(get(officer(SCHOOL), "/v1/requests/" + request + "/timeline")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(entry -> entry.path("actor").asString("").equals("OFFICER"))
                        .map(entry -> entry.path("event").asString("")))
                .containsExactly("HOLDER_STOPPED");
        byte[] kept = database.sql("select evidence_sealed from instruction where id = '"
                        + task.path("id").asString("") + "'")
                .mapValue(byte[].class)
                .one()
                .block();
        assertThat(new String(Objects.requireNonNull(kept), StandardCharsets.UTF_8))
                .doesNotContain("12/CV");
        assertThat(post(officer(SCHOOL), path + "/completion", EVIDENCE).problem())
                .isEqualTo("409 wrong-state");
    }

    @Test
    void whatCannotBeDoneEndsWithAReasonThatTheRequesterReads() {
        UUID request = withdrawn();
        String path = "/v1/instructions/" + waiting("paper-archive").path("id").asString("");
        assertThat(post(
                                officer(SCHOOL),
                                path + "/refusal",
                                Map.of("reason", "HELD_BY_LAW", "evidence", "Luật Lưu trữ điều 12"))
                        .status())
                .isEqualTo(204);

        JsonNode done = awaitState(motherToken(), request, "COMPLETED");
        assertThat(done.path("steps").findValuesAsString("state")).contains("NOT_DONE");
        assertThat(done.path("steps").findValuesAsString("reason")).containsExactly("HELD_BY_LAW");
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open("/requests/" + request)
                        .html())
                .contains("không làm được – pháp luật buộc nơi đó giữ dữ liệu này");
    }

    @Test
    @Rule("R-WD-04")
    void aTaskThatNobodyDidInTimeIsPutBeforeTheOfficersOnce() {
        UUID request = withdrawn();
        UUID task = UUID.fromString(waiting("paper-archive").path("id").asString(""));
        database.sql("update instruction set due = now() - interval '1 minute' where id = '" + task + "'")
                .then()
                .block();

        awaitRow("select count(*) from instruction where state = 'SILENT' and escalated_at is not null and id = '"
                + task + "'");
        awaitRow(notices());
        assertThat(get(motherToken(), "/v1/requests/" + request + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsString("event"))
                .contains("HOLDER_SILENT");
        withdrawnAgainLater();
        assertThat(count(notices())).isEqualTo(1);
    }

    @Test
    void aRefusalIsPutBeforeTheOfficersAndToldAgainWhenTheyHaveSettledIt() {
        HOLDERS.refuses(HoldersStandIn.BUS, "STOP", "UNKNOWN_STUDENT");
        withdrawn();
        awaitRow("select count(*) from instruction where state = 'REFUSED' and student_id = '" + student + "'");
        awaitRow(notices());
        JsonNode task = waiting("bus-company");
        assertThat(task.path("reason").asString("")).isEqualTo("UNKNOWN_STUDENT");
        HOLDERS.reset();

        String path = "/v1/instructions/" + task.path("id").asString("");
        assertThat(act(officer(SCHOOL), path + "/retry", Map.of()).status()).isEqualTo(204);
        awaitRow(
                "select count(*) from instruction where state = 'STOPPED' and holder = 'bus-company' and student_id = '"
                        + student + "'");
    }

    @Test
    void nobodyElseSeesOrSettlesIt() {
        withdrawn();
        String id = waiting("paper-archive").path("id").asString("");
        String path = "/v1/instructions/" + id;
        assertThat(post(officer("sao-mai"), path + "/completion", EVIDENCE).problem())
                .isEqualTo("404 not-found");
        assertThat(get(officer("sao-mai"), "/v1/instructions").body().toString())
                .doesNotContain(student.toString());
        assertThat(get(motherToken(), "/v1/instructions").status()).isEqualTo(403);
        assertThat(act(officer(SCHOOL), path + "/retry", Map.of()).problem()).isEqualTo("409 holder-without-api");
        assertThat(waiting("paper-archive").path("state").asString("")).isEqualTo("PENDING");
    }

    @Test
    void whatNobodyAskedForHasAListOfItsOwn() {
        Topic.send(
                Topics.DECISIONS,
                student,
                RecordChangedV1.TYPE,
                new RecordChangedV1(
                        UUID.randomUUID(),
                        student,
                        SCHOOL,
                        purpose,
                        "2026-2027",
                        "EXPIRED",
                        "DENY",
                        "PERMIT",
                        "TIME",
                        Instant.now()));
        awaitRow("select count(*) from instruction where state = 'STOPPED' and student_id = '" + student + "'");
        JsonNode unasked =
                get(officer(SCHOOL), "/v1/instructions?which=UNASKED").body();
        assertThat(unasked.path("items")
                        .valueStream()
                        .filter(item -> item.path("studentId").asString("").equals(student.toString())))
                .hasSize(2)
                .allSatisfy(item -> {
                    assertThat(item.path("cause").asString("")).isEqualTo("TIME");
                    assertThat(item.path("requestId").isMissingNode()).isTrue();
                });
        assertThat(Browser.officer(context, SCHOOL).open(LIST).html())
                .contains("hết hạn hoặc tới ngày sinh nhật", "Kho giấy");
    }

    @Test
    void theOfficersPageRecordsAnOutcomeAndAsksForTheEvidence() {
        HOLDERS.knows(student, "Trần Gia Hân", "8B");
        UUID request = withdrawn();
        String id = waiting("paper-archive").path("id").asString("");
        Browser officer = Browser.officer(context, SCHOOL);
        Page page = officer.open(LIST);
        assertThat(page.html()).contains("Trần Gia Hân", "Kho giấy", "người báo trực tiếp");
        assertThat(officer.open("/officer/requests").html()).contains("/rights/officer/instructions");

        String form = LIST + "/" + id + "/completion";
        Page sentBack = officer.send(page, form, Map.of("evidence", " "));
        assertThat(sentBack.status()).isEqualTo(422);
        assertThat(sentBack.html()).contains("Xin ghi bằng chứng");
        assertThat(officer.send(
                                sentBack,
                                form,
                                EVIDENCE.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry -> entry.getValue().toString())))
                        .target())
                .isEqualTo(LIST);
        awaitState(motherToken(), request, "COMPLETED");
        assertThat(officer.open(LIST + "?lang=en").html()).contains("What holders of data have to do");
    }

    private String notices() {
        return "select count(*) from officer_notice where kind = 'HOLDER_TASK' and student_id = '" + student + "'";
    }

    /** Another escalation has passed over the first one's task. */
    private void withdrawnAgainLater() {
        HOLDERS.refuses(HoldersStandIn.BUS, "STOP", "IMPOSSIBLE");
        UUID first = student;
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(16));
        withdrawn();
        awaitRow(notices());
        student = first;
    }

    private UUID withdrawn() {
        DecisionRecordedV1 decision = new DecisionRecordedV1(
                UUID.randomUUID(),
                student,
                800,
                SCHOOL,
                purpose,
                1,
                "2026-2027",
                "WITHDRAWN",
                mother,
                "MOTHER",
                "PORTAL_TICK",
                null,
                Instant.now(),
                UUID.randomUUID(),
                "WITHDRAWN",
                "DENY",
                "PERMIT");
        tell(decision);
        String request = "from request where decision_id = '" + decision.decisionId() + "'";
        awaitRow("select count(*) " + request);
        return database.sql("select id " + request).mapValue(UUID.class).one().block();
    }

    /** What waits of the student at a holder. */
    private JsonNode waiting(String holder) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> get(officer(SCHOOL), "/v1/instructions")
                                .body()
                                .path("items")
                                .valueStream()
                                .filter(item -> item.path("studentId")
                                                .asString("")
                                                .equals(student.toString())
                                        && item.path("holder").asString("").equals(holder))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
