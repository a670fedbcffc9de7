package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.Rule;

/** What the school has to know before it goes on, and deadlines that stand still meanwhile (R-DL-03). */
@Rule("R-DL-03")
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = "privacy.deadlines.interval=PT0.2S")
class QuestionIT extends RightsCase {
    private static final String TEXT = "Xin cho biết cần xem dữ liệu của năm học nào.";

    @Autowired
    private ClockAhead clock;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void askingIsAReplyAndTheDeadlinesStandStillUntilTheAnswer() {
        UUID id = open();
        JsonNode before = request(id);

        JsonNode asked = ask(id, "CONTENT").body();

        JsonNode question = asked.path("items").path(0);
        assertThat(question.path("text").asString("")).isEqualTo(TEXT);
        assertThat(question.path("pauses").asBoolean()).isTrue();
        assertThat(clockOf(request(id), "ACKNOWLEDGE").has("metAt")).isTrue();
        assertThat(clockOf(request(id), "PROMISE").has("pausedAt")).isTrue();
        assertThat(inbox()).contains("REQUEST_QUESTION");

        clock.forward(Duration.ofDays(5));
        assertThat(answer(id, 1, "Năm học 2025-2026.").status()).isEqualTo(200);

        JsonNode after = request(id);
        assertThat(Duration.between(due(before, "PROMISE"), due(after, "PROMISE")))
                .isBetween(Duration.ofDays(5), Duration.ofDays(5).plusMinutes(1));
        assertThat(due(after, "FULFIL")).isAfterOrEqualTo(due(before, "FULFIL").plus(Duration.ofDays(5)));
        assertThat(clockOf(after, "PROMISE").has("pausedAt")).isFalse();
        assertThat(events(id)).containsExactly("OPENED", "ASKED", "ANSWERED");
        assertThat(get(officer(SCHOOL), "/v1/requests/" + id + "/questions")
                        .body()
                        .path("items")
                        .path(0)
                        .path("answer")
                        .asString(""))
                .isEqualTo("Năm học 2025-2026.");
        assertThat(officerNotices(id)).containsExactly("QUESTION_ANSWERED");
    }

    @Test
    void withoutAnAnswerInTimeTheDeadlinesGoOnAndTheOfficersAreTold() {
        UUID id = open();
        Instant promised = due(request(id), "PROMISE");
        Instant until = Instant.parse(ask(id, "IDENTITY")
                .body()
                .path("items")
                .path(0)
                .path("answerBy")
                .asString(""));

        clock.to(until.minusSeconds(5));
        assertThat(events(id)).doesNotContain("OVERDUE", "REMINDED", "UNANSWERED");
        clock.to(until);
        await().atMost(Duration.ofSeconds(20)).until(() -> events(id).contains("UNANSWERED"));

        JsonNode after = request(id);
        assertThat(clockOf(after, "PROMISE").has("pausedAt")).isFalse();
        assertThat(due(after, "PROMISE")).isAfter(until).isBefore(promised.plus(Duration.ofDays(12)));
        assertThat(officerNotices(id)).contains("QUESTION_UNANSWERED");
        assertThat(answer(id, 1, "Muộn.").problem()).isEqualTo("409 question-closed");
    }

    @Test
    void askingForTheSameAgainTakesNoMoreTime() {
        UUID id = open();
        ask(id, "CONTENT");
        answer(id, 1, "Tất cả.");

        JsonNode again = ask(id, "CONTENT").body();

        assertThat(again.path("items").path(1).path("pauses").asBoolean()).isFalse();
        assertThat(clockOf(request(id), "PROMISE").has("pausedAt")).isFalse();
        assertThat(inbox().stream().filter("REQUEST_QUESTION"::equals)).hasSize(2);
        answer(id, 2, "Vẫn là tất cả.");
        assertThat(ask(id, "AUTHORITY")
                        .body()
                        .path("items")
                        .path(2)
                        .path("pauses")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void oneQuestionAtATimeToTheRequesterAloneAndOnlyWhileThereIsWork() {
        UUID id = open();
        ask(id, "CONTENT");

        assertThat(ask(id, "IDENTITY").problem()).isEqualTo("409 question-open");
        String path = "/v1/requests/" + id + "/questions";
        assertThat(post(officer("sao-mai"), path, Map.of("about", "CONTENT", "text", TEXT))
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(post(motherToken(), path, Map.of("about", "CONTENT", "text", TEXT))
                        .status())
                .isEqualTo(403);
        String fathers = vn.edu.privacy.platform.testing.Tokens.bearer(Role.GUARDIAN, father);
        assertThat(get(fathers, path).problem()).isEqualTo("404 not-found");
        assertThat(post(fathers, path + "/1/answer", Map.of("text", "Tôi.")).problem())
                .isEqualTo("404 not-found");
        assertThat(answer(id, 2, "Không có câu này.").problem()).isEqualTo("404 not-found");
        post(
                officer(SCHOOL),
                "/v1/requests/" + id + "/refusal",
                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "Vui lòng mang giấy tờ."));
        assertThat(ask(id, "IDENTITY").problem()).isEqualTo("409 wrong-state");
    }

    @Test
    void whatIsAskedAndAnsweredIsSealed() {
        UUID id = open();
        ask(id, "CONTENT");
        answer(id, 1, "Năm học 2025-2026.");

        assertThat(count("""
                select count(*) from request_question where request_id = '%s'
                and position(convert_to('năm học', 'UTF8') in text_sealed) = 0
                and position(convert_to('2025', 'UTF8') in answer_sealed) = 0""".formatted(id))).isEqualTo(1);
    }

    @Test
    void officerAsksAndTheRequesterAnswersOnPages() {
        HOLDERS.knows(student, "Nguyễn Minh Anh", "4A");
        UUID id = open();
        Browser officer = Browser.officer(context, SCHOOL);
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        String asking = "/officer/requests/" + id + "/questions";

        Page form = officer.open(asking);
        assertThat(officer.send(form, asking, Map.of("text", "")).html()).contains("Xin chọn điều còn thiếu");
        officer.send(officer.open(asking), asking, Map.of("about", "CONTENT", "text", TEXT));

        assertThat(parent.open("/requests/" + id).html())
                .contains("Nhà trường cần hỏi thêm", "tạm dừng, chờ người gửi trả lời");
        Page question = parent.open("/requests/" + id + "/questions");
        assertThat(question.html()).contains(TEXT, "Trả lời đến hết ngày");
        String answering = "/requests/" + id + "/questions/1/answer";
        assertThat(parent.send(question, answering, Map.of("text", " ")).html()).contains("Xin ghi câu trả lời.");
        parent.send(parent.open("/requests/" + id + "/questions"), answering, Map.of("text", "Năm học 2025-2026."));

        assertThat(officer.open(asking).html()).contains("Năm học 2025-2026.", "Đã trả lời");
        assertThat(parent.open("/requests/" + id).html()).doesNotContain("tạm dừng, chờ");
    }

    private UUID open() {
        return post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
    }

    private Reply ask(UUID id, String about) {
        return post(officer(SCHOOL), "/v1/requests/" + id + "/questions", Map.of("about", about, "text", TEXT));
    }

    private Reply answer(UUID id, int number, String text) {
        return post(motherToken(), "/v1/requests/" + id + "/questions/" + number + "/answer", Map.of("text", text));
    }

    private JsonNode request(UUID id) {
        return get(motherToken(), "/v1/requests/" + id).body();
    }

    private List<String> inbox() {
        return get(motherToken(), "/v1/inbox").body().path("items").findValuesAsString("kind");
    }

    private List<String> events(UUID id) {
        return texts("select event from request_timeline where request_id = $1 order by seq", id);
    }

    private List<String> officerNotices(UUID id) {
        return texts("select kind from officer_notice where request_id = $1 order by id", id);
    }

    private List<String> texts(String select, UUID id) {
        return database.sql(select)
                .bind(0, id)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private static Instant due(JsonNode request, String code) {
        return Instant.parse(clockOf(request, code).path("due").asString(""));
    }

    private static JsonNode clockOf(JsonNode request, String code) {
        return request.path("clocks")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow();
    }
}
