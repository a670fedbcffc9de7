package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;

/** Asking to see data, and the answer, on the pages of the guardian and of the officer. */
class RightsPagesIT extends RightsCase {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    private ApplicationContext context;

    private Browser parent;
    private Browser officer;

    @BeforeEach
    void open() {
        HOLDERS.knows(student, "Nguyễn Minh Anh", "4A");
        parent = Browser.of(context, Role.GUARDIAN, mother);
        officer = Browser.officer(context, SCHOOL);
    }

    @Test
    @Rule({"R-DL-02", "R-REG-04"})
    void guardianAsksAndSeesReferenceAndDeadlines() {
        Page asking = parent.open(access());
        assertThat(asking.html())
                .contains("Xem dữ liệu của Nguyễn Minh Anh", "2 ngày làm việc", "72 giờ", "không mất tiền");

        String target = parent.send(asking, access(), Map.of()).target();

        JsonNode request = get(motherToken(), "/v1" + target).body();
        Instant promised =
                Instant.parse(request.path("receivedAt").asString("")).plus(Duration.ofHours(72));
        Page page = parent.open(target);
        assertThat(page.html())
                .contains("Nguyễn Minh Anh", request.path("reference").asString("?"), "Chờ nhà trường trả lời")
                .contains("Cam kết 72 giờ", "còn 2 ngày 23 giờ", "hạn " + MINUTE.format(promised))
                .contains("Báo đã nhận", lastDay(due(request, "ACKNOWLEDGE")))
                .contains("Nghị định 356/2025/NĐ-CP");
        assertThat(page.offers(target + "/cancellation")).isTrue();
        assertThat(page.links(target + "/personal-data")).isFalse();
        assertThat(parent.open(target + "?lang=en").html())
                .contains("See the data held", "The school has to answer", "72 hours");
    }

    @Test
    void openRequestIsShownInsteadOfASecondForm() {
        String request = ask();

        Page again = parent.open(access());

        assertThat(again.html()).contains("Đã có yêu cầu đang được xử lý.");
        assertThat(again.links(request)).isTrue();
        assertThat(again.offers(access())).isFalse();
        parent.send(parent.open(request), request + "/cancellation", Map.of());
        assertThat(parent.open(access()).offers(access())).isTrue();
    }

    @Test
    void theSameFormSentTwiceOpensOneRequest() {
        Page asking = parent.open(access());

        String first = parent.send(asking, access(), Map.of()).target();
        String second = parent.send(asking, access(), Map.of()).target();

        assertThat(second).isEqualTo(first);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void officerTakesAndApprovesAndTheGuardianSeesTheData() {
        String request = ask();
        String handling = "/officer" + request;
        UUID id = id(request);
        assertThat(officer.open("/officer/requests").links(handling)).isTrue();
        Page received = officer.open(handling);
        assertThat(received.html())
                .contains("<span>Nguyễn Minh Anh</span><span>, 4A</span>", "<dd>Mẹ</dd>", "Chờ nhà trường trả lời");

        assertThat(officer.send(received, handling + "/assignment", Map.of()).target())
                .isEqualTo(handling);
        Page taken = officer.open(handling);
        assertThat(taken.offers(handling + "/assignment")).isFalse();
        assertThat(taken.html()).contains("Nhà trường báo đã nhận", "đã làm lúc");

        assertThat(officer.send(taken, handling + "/approval", Map.of()).target())
                .isEqualTo(handling);
        awaitState(motherToken(), id, "AWAITING_RELEASE");
        assertThat(parent.open(request).html()).contains("Đang được xem lại", "Dữ liệu lấy từ đâu", "đã trả lời");
        assertThat(parent.open(request).links(request + "/personal-data")).isFalse();
        assertThat(officer.open(handling).links(handling + "/release")).isTrue();
        Page review = officer.open(handling + "/release");
        assertThat(review.headers().getCacheControl()).contains("no-store");
        assertThat(review.html()).contains("12 Lê Lợi", "Cho xem hay để lại");
        assertThat(officer.send(review, handling + "/release", Map.of()).target())
                .isEqualTo(handling);
        awaitState(motherToken(), id, "AVAILABLE");
        assertThat(officer.open("/officer/requests").links(handling)).isFalse();
        assertThat(officer.open(handling).offers(handling + "/refusal")).isFalse();

        Page available = parent.open(request);
        assertThat(available.html()).contains("Đã xem được", "Nhà trường duyệt");
        assertThat(available.links(request + "/personal-data")).isTrue();
        Page data = parent.open(request + "/personal-data");
        assertThat(data.status()).isEqualTo(200);
        assertThat(data.headers().getCacheControl()).contains("no-store");
        assertThat(data.html())
                .contains("Dữ liệu của Nguyễn Minh Anh", "Cơ sở dữ liệu ngành", "Công ty xe")
                .contains("Điểm đón", "12 Lê Lợi");
        assertThat(parent.open(request + "/personal-data?lang=en").html()).contains("Pick-up point", "12 Lê Lợi");
        assertThat(parent.open(request).html()).contains("The requester looked at the data");
    }

    @Test
    @Rule("R-DL-06")
    void refusalWithoutGroundOrTextIsSentBackWithWhatWasWritten() {
        String request = ask();
        String handling = "/officer" + request;
        Page page = officer.open(handling);

        Page groundless =
                officer.send(page, handling + "/refusal", Map.of("ground", "", "text", "Vui lòng mang giấy tờ."));
        Page blank = officer.send(page, handling + "/refusal", Map.of("ground", "LAW_PROHIBITS", "text", "  "));
        Page wordless = officer.send(page, handling + "/refusal", Map.of("ground", "LAW_PROHIBITS"));

        assertThat(groundless.html()).contains(">Vui lòng mang giấy tờ.</textarea>");
        assertThat(blank.html()).containsPattern("<option value=\"LAW_PROHIBITS\" selected");
        for (Page sentBack : new Page[] {groundless, blank, wordless}) {
            assertThat(sentBack.status()).isEqualTo(422);
            assertThat(sentBack.html())
                    .contains("role=\"alert\"", "Xin chọn căn cứ và ghi lời giải thích.", "<details open");
        }
        assertThat(get(motherToken(), "/v1" + request).text("state")).isEqualTo("RECEIVED");
        assertThat(officer.open(blank.otherLanguage()).target()).isEqualTo(handling);
        assertThat(officer.open(handling).html()).contains("Another law forbids it");
    }

    @Test
    @Rule("R-DL-06")
    void refusalIsShownToTheRequesterWithGroundAndWords() {
        String request = ask();
        String handling = "/officer" + request;

        Page answer = officer.send(
                officer.open(handling),
                handling + "/refusal",
                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "Vui lòng mang giấy tờ <tới> trường."));

        assertThat(answer.target()).isEqualTo(handling);
        assertThat(parent.open(request).html())
                .contains("Không được chấp nhận", "Chưa chứng minh được người gửi là ai")
                .contains("Vui lòng mang giấy tờ &lt;tới&gt; trường.", "quyền khiếu nại");
        assertThat(parent.open(request + "?lang=en").html()).contains("It is not proven who the requester is");
    }

    @Test
    void officerExtendsTheDeadlineOnceAndTheGuardianSeesOldAndNewTimeWithTheReason() {
        String request = ask();
        String handling = "/officer" + request;
        Instant was = due(get(motherToken(), "/v1" + request).body(), "FULFIL");
        Page page = officer.open(handling);
        assertThat(page.html()).contains("một lần, 10 ngày");

        Page blank = officer.send(page, handling + "/extension", Map.of("reason", "  "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.html())
                .contains("Xin ghi lý do lùi hạn.", "<details open")
                .doesNotContain("Xin chọn căn cứ");
        assertThat(officer.open(blank.otherLanguage()).target()).isEqualTo(handling);

        Page answer = officer.send(
                officer.open(handling + "?lang=vi"),
                handling + "/extension",
                Map.of("reason", "Công ty xe <cần> thêm thời gian."));

        assertThat(answer.target()).isEqualTo(handling);
        Instant is = due(get(motherToken(), "/v1" + request).body(), "FULFIL");
        assertThat(is).isAfter(was);
        for (Page seen : new Page[] {parent.open(request), officer.open(handling)}) {
            assertThat(seen.html())
                    .contains("Đã lùi hạn 10 ngày", "Công ty xe &lt;cần&gt; thêm thời gian.")
                    .contains("trước đó là " + lastDay(was), lastDay(is))
                    .contains("Nhà trường lùi hạn, kèm lý do");
        }
        assertThat(officer.open(handling).offers(handling + "/extension")).isFalse();
        assertThat(parent.open(request + "?lang=en").html()).contains("The deadline was extended by 10 days");
    }

    @Test
    void officerWhoSawAnOlderVersionIsToldAndNothingChanges() {
        String request = ask();
        String handling = "/officer" + request;
        Page old = officer.open(handling);
        Browser colleague = Browser.officer(context, SCHOOL);
        colleague.send(colleague.open(handling), handling + "/assignment", Map.of());

        Page stale = officer.send(old, handling + "/approval", Map.of());

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html()).contains("Đã có thay đổi mới hơn");
        assertThat(get(motherToken(), "/v1" + request).text("state")).isEqualTo("RECEIVED");
    }

    @Test
    void homeListsOwnRequestsAndTheStudentsOneMayAskFor() {
        Page before = parent.open("/");
        assertThat(before.html()).contains("Chưa có yêu cầu nào.", "Xem dữ liệu của Nguyễn Minh Anh");
        assertThat(before.links(access())).isTrue();
        String request = ask();

        assertThat(parent.open("/").links(request)).isTrue();
        Page others = Browser.of(context, Role.GUARDIAN, father).open("/");
        assertThat(others.links(request)).isFalse();
        assertThat(others.links(access())).isTrue();
        assertThat(parent.open("/?lang=en").html())
                .contains("My requests", "The school has to answer", "See the data held about Nguyễn Minh Anh");
    }

    @Test
    void pagesGoOnWithADashForNamesWhileTheSectorDatabaseIsDown() {
        String request = ask();
        HOLDERS.fails(HoldersStandIn.SECTOR, 503);

        assertThat(parent.open("/").html()).contains("Xem dữ liệu của —", "Chờ nhà trường trả lời");
        assertThat(parent.open(request).html()).contains("<span>—</span>");
        assertThat(officer.open("/officer" + request).html()).contains("<span>—</span>");
        Page queue = officer.open("/officer/requests");
        assertThat(queue.links("/officer" + request)).isTrue();
        assertThat(queue.html()).doesNotContain("Nguyễn Minh Anh");
    }

    private String access() {
        return "/students/" + student + "/access";
    }

    private String ask() {
        return parent.send(parent.open(access()), access(), Map.of()).target();
    }

    private long requests() {
        return count("select count(*) from request where student_id = '" + student + "'");
    }

    private static UUID id(String request) {
        return UUID.fromString(request.replace("/requests/", ""));
    }

    private static String lastDay(Instant due) {
        return "hạn hết ngày " + DAY.format(due.minusNanos(1));
    }

    private static Instant due(JsonNode request, String clock) {
        return request.path("clocks")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(clock))
                .map(each -> Instant.parse(each.path("due").asString("")))
                .findFirst()
                .orElseThrow();
    }
}
