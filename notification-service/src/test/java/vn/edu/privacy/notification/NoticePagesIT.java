package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.NoticeOrder;
import vn.edu.privacy.notification.notice.Notices;
import vn.edu.privacy.platform.identity.Role;

/** How a person wants to be told, and what officers see of what was sent: by API and as pages. */
class NoticePagesIT extends RightsCase {
    private static final String CHOICE = "/inbox/preferences";
    private static final String SENT = "/officer/notices/deliveries";
    private static final String WORDS = "/officer/notices/templates";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Notices notices;

    private Browser parent;
    private Browser officer;

    @BeforeEach
    void open() {
        parent = Browser.of(context, Role.GUARDIAN, mother);
        officer = Browser.officer(context, SCHOOL);
    }

    @Test
    void aPersonChoosesChannelsAndQuietHoursByApi() {
        Reply usual = get(motherToken(), "/v1" + CHOICE);
        assertThat(usual.body().toString())
                .isEqualTo(
                        "{\"channels\":[\"EMAIL\",\"SMS\"],\"quiet\":{\"from\":\"21:00\",\"to\":\"07:00\"},\"optional\":true}");

        Map<String, Object> chosen = Map.of(
                "channels", List.of("EMAIL"), "quiet", Map.of("from", "20:30", "to", "08:00"), "optional", false);
        assertThat(put(chosen).status()).isEqualTo(200);
        assertThat(get(motherToken(), "/v1" + CHOICE).body().at("/quiet/from").asString())
                .isEqualTo("20:30");
        assertThat(put(Map.of("channels", List.of(), "optional", true)).status())
                .isEqualTo(200);
        assertThat(get(motherToken(), "/v1" + CHOICE).body().toString())
                .isEqualTo("{\"channels\":[],\"optional\":true}");
    }

    @Test
    void whatCannotBeChosenIsRefusedAndChangesNothing() {
        assertThat(put(Map.of("channels", List.of("SMS"), "optional", true)).problem())
                .isEqualTo("422 channel-not-offered");
        assertThat(put(Map.of("channels", List.of("PORTAL"), "optional", true)).problem())
                .isEqualTo("422 channel-not-offered");
        assertThat(put(Map.of("channels", List.of("EMAIL", "EMAIL"), "optional", true))
                        .problem())
                .isEqualTo("400 invalid-fields");
        assertThat(put(Map.of(
                                "channels",
                                List.of("EMAIL"),
                                "optional",
                                true,
                                "quiet",
                                Map.of("from", "24:00", "to", "07:00")))
                        .status())
                .isEqualTo(400);
        assertThat(count("select count(*) from notice_preference where person_id = '" + mother + "'"))
                .isZero();
    }

    @Test
    void aPersonChoosesOnThePage() {
        Page before = parent.open(CHOICE);
        assertThat(before.html())
                .contains("Nhận thông báo bằng cách nào", "value=\"21:00\"", "value=\"07:00\"")
                .contains("Những gì luật buộc phải báo thì không tắt được")
                .doesNotContain("Tin nhắn SMS");

        Page kept = parent.send(before, CHOICE, Map.of("channel", "", "quiet", "no"));
        assertThat(kept.target()).isEqualTo(CHOICE + "?kept=yes");
        assertThat(parent.open(CHOICE + "?kept=yes").html()).contains("Đã lưu.");
        assertThat(get(motherToken(), "/v1" + CHOICE).body().toString())
                .isEqualTo("{\"channels\":[],\"optional\":false}");
        assertThat(parent.open("/inbox").links(CHOICE)).isTrue();
        assertThat(parent.open(CHOICE + "?lang=en").html()).contains("How to be told", "Quiet hours");
    }

    @Test
    void anHourThatIsNoneIsSaidAndNothingKept() {
        Page again = parent.send(
                parent.open(CHOICE), CHOICE, Map.of("channel", "EMAIL", "quiet", "yes", "from", "9 pm", "to", "07:00"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("Chưa lưu.", "role=\"alert\"", "href=\"#from\"");
        assertThat(count("select count(*) from notice_preference where person_id = '" + mother + "'"))
                .isZero();
    }

    @Test
    void anOfficerSeesToWhomWhatWasSentWithItsProofAndSendsAnewWhatFailed() {
        UUID notice = told();
        end(notice, "FAILED", "GATEWAY_REFUSED");
        String replay = SENT + "/" + notice + "/EMAIL/replay";

        Page page = officer.open(SENT);
        assertThat(page.html())
                .contains(mother.toString(), "Đã nhận một yêu cầu về dữ liệu học sinh", "không gửi được")
                .contains("Cổng nhắn tin không nhận tin hoặc số máy.", "Thư điện tử");
        assertThat(officer.send(page, replay, Map.of()).target()).isEqualTo(SENT);

        assertThat(count("select count(*) from delivery_round where notice_id = '" + notice
                        + "' and round = 0 and state = 'FAILED' and error = 'GATEWAY_REFUSED'"))
                .isEqualTo(1);
        assertThat(count("select round from delivery where state = 'PENDING' and notice_id = '" + notice + "'"))
                .isEqualTo(1);
        assertThat(officer.open(SENT).offers(replay)).isFalse();
        assertThat(officer.open(SENT + "?show=ALL&lang=en").html()).contains("sent anew, time 1", notice.toString());
    }

    @Test
    void byApiOnlyWhatIsAtItsEndIsSentAnewAndOnlyByOfficersOfTheSchool() {
        UUID notice = told();
        String replay = "/v1/deliveries/" + notice + "/EMAIL/replay";
        assertThat(act(officer(SCHOOL), replay, Map.of()).problem()).isEqualTo("409 delivery-not-failed");
        end(notice, "UNDELIVERED", "NOT_ARRIVED");

        assertThat(items(officer(SCHOOL), "UNDELIVERED")).contains(notice.toString(), mother.toString());
        assertThat(items(officer("sao-mai"), "UNDELIVERED")).doesNotContain(notice.toString());
        assertThat(act(officer("sao-mai"), replay, Map.of()).problem()).isEqualTo("404 not-found");
        assertThat(act(motherToken(), replay, Map.of()).status()).isEqualTo(403);
        assertThat(get(motherToken(), "/v1/deliveries").status()).isEqualTo(403);
        assertThat(get(officer(SCHOOL), "/v1/deliveries?limit=201").status()).isEqualTo(400);
        assertThat(get(officer(SCHOOL), "/v1/deliveries?state=PERHAPS").status())
                .isEqualTo(400);
        assertThat(act(officer(SCHOOL), replay, Map.of()).status()).isEqualTo(204);
        assertThat(act(officer(SCHOOL), replay, Map.of()).problem()).isEqualTo("409 delivery-not-failed");
        assertThat(act(officer(SCHOOL), replay.replace("EMAIL", "ZALO"), Map.of())
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void everythingThatReachedNobodyIsSentAnewAtOnceAndOnlyOnce() {
        String all = "/v1/deliveries/replay";
        Map<String, Object> byMail = Map.of("channel", "EMAIL");
        nothingLeftOfOtherTests(all, byMail);
        UUID unreached = told();
        end(unreached, "FAILED", "GATEWAY_REFUSED");
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(9));
        UUID reachedElsewhere = told();
        end(reachedElsewhere, "NO_ADDRESS", "DIRECTORY_UNAVAILABLE");
        database.sql("insert into delivery (notice_id, channel, state, sent_at, evidence, ordered_at)"
                        + " values ($1, 'SMS', 'SENT', now(), '202 ACCEPTED', now())")
                .bind(0, reachedElsewhere)
                .then()
                .block();
        assertThat(post(motherToken(), all, byMail).status()).isEqualTo(403);
        assertThat(post(officer(SCHOOL), all, Map.of("channel", "ZALO")).problem())
                .isEqualTo("422 channel-not-offered");
        assertThat(post(officer(SCHOOL), all, Map.of()).status()).isEqualTo(400);
        assertThat(post(officer("sao-mai"), all, byMail).body().path("replayed").asInt())
                .isZero();
        assertThat(post(officer(SCHOOL), all, Map.of("channel", "EMAIL", "kind", "INCIDENT"))
                        .body()
                        .path("replayed")
                        .asInt())
                .isZero();
        assertThat(round(unreached)).isZero();

        assertThat(officer.open(SENT).offers(SENT + "/replay")).isTrue();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Reply replayed = exchange(HttpMethod.POST, officer(SCHOOL), all, key, byMail);
        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.body().path("replayed").asInt()).isPositive();
        assertThat(replayed.body().path("left").asInt()).isZero();
        assertThat(round(unreached)).isEqualTo(1);
        assertThat(round(reachedElsewhere)).isZero();
        assertThat(count("select count(*) from delivery_round where state = 'FAILED' and notice_id = '" + unreached
                        + "'"))
                .isEqualTo(1);

        assertThat(exchange(HttpMethod.POST, officer(SCHOOL), all, key, byMail).body())
                .isEqualTo(replayed.body());
        assertThat(round(unreached)).isEqualTo(1);
        end(unreached, "UNDELIVERED", "NOT_ARRIVED");
        Page page = officer.open(SENT);
        assertThat(officer.send(page, SENT + "/replay", Map.of("channel", "EMAIL"))
                        .target())
                .isEqualTo(SENT);
        assertThat(round(unreached)).isEqualTo(2);
    }

    /** One replay takes a limited number, the oldest first: without this it would be others' when there are many. */
    private void nothingLeftOfOtherTests(String path, Map<String, Object> body) {
        for (int batches = 0; batches < 50; batches++) {
            if (post(officer(SCHOOL), path, body).body().path("left").asInt() == 0) {
                return;
            }
        }
        throw new AssertionError("messages fail as fast as they are sent anew");
    }

    private long round(UUID notice) {
        return count("select round::bigint from delivery where channel = 'EMAIL' and notice_id = '" + notice + "'");
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void anOfficerReadsEveryKindBeforehandInEachChannelAndLanguage(NoticeKind kind) {
        Page page = officer.open(WORDS + "?kind=" + kind);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("tiếng Việt", "tiếng Anh", "GSM7, số tin: 1", "bản 1", "{link}");
        for (String channel : List.of("PORTAL", "EMAIL", "SMS", "ZALO")) {
            assertThat(page.html()).contains("id=\"" + channel + "-vi\"", "id=\"" + channel + "-en\"");
        }
    }

    @Test
    void theListOfWordingsLeadsToEachAndNothingElse() {
        Page page = officer.open(WORDS);

        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(page.links(WORDS + "?kind=" + kind)).as(kind.name()).isTrue();
        }
        assertThat(page.links(WORDS + "?kind=DIGEST")).isTrue();
        assertThat(officer.open(WORDS + "?kind=DIGEST").html()).contains("{titles}", "Sự đồng ý sắp hết hạn");
        assertThat(officer.open(WORDS + "?kind=NOTHING").status()).isEqualTo(404);
    }

    @Test
    void familiesSeeNeitherOfficersPage() {
        for (String path : List.of(SENT, WORDS)) {
            assertThat(parent.open(path).status()).as(path).isEqualTo(403);
            assertThat(Browser.stranger(context).open(path).status()).as(path).isEqualTo(302);
        }
        assertThat(Browser.stranger(context).open(CHOICE).status()).isEqualTo(302);
    }

    /** A request of the mother, and the notice that she got of it. */
    private UUID told() {
        UUID request = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
        notices.tell(new NoticeOrder(List.of(mother), NoticeKind.REQUEST_RECEIVED, request, Instant.now()))
                .block();
        return Objects.requireNonNull(database.sql("select id from notice where person_id = $1 and request_id = $2")
                .bind(0, mother)
                .bind(1, request)
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .first()
                .block());
    }

    private void end(UUID notice, String state, String error) {
        database.sql("update delivery set state = $2, error = $3, next_attempt_at = null,"
                        + " sent_at = case $2 when 'UNDELIVERED' then now() end where notice_id = $1")
                .bind(0, notice)
                .bind(1, state)
                .bind(2, error)
                .then()
                .block();
    }

    private String items(String token, String state) {
        Reply reply = get(token, "/v1/deliveries?state=" + state + "&limit=200");
        assertThat(reply.status()).isEqualTo(200);
        return reply.body().toString();
    }

    private Reply put(Object body) {
        Map<String, String> key = new HashMap<>();
        key.put("Idempotency-Key", UUID.randomUUID().toString());
        return exchange(HttpMethod.PUT, motherToken(), "/v1" + CHOICE, key, body);
    }
}
