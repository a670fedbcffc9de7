package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** What overseers read of how requests are handled: right figures, and nobody's data. */
@TestPropertySource(
        properties = {"privacy.oversight.districts.ban-mai=quan-1", "privacy.oversight.districts.hoa-mai=quan-1"})
class OversightIT extends RightsCase {
    private static final int YEAR = 2025;

    @Autowired
    private ApplicationContext context;

    private static final UUID CHILD = UUID.randomUUID();

    /** Of 2025, so that nothing that other tests ask for is counted along. */
    @BeforeEach
    void requestsOfAYear() {
        if (count("select count(*) from request where reference like 'OS-%'") > 0) {
            return;
        }
        // whoever asks may act for the child: nothing stops by itself
        enrol(CHILD, LocalDate.now().minusYears(10));
        // ban-mai: 20 in time after 10 hours, 6 late after 100, 5 refused in time; hoa-mai: 7 running long ago, so
        // overdue
        handled("ban-mai", "ACCESS", 20, 10, null);
        handled("ban-mai", "WITHDRAW", 6, 100, null);
        handled("ban-mai", "ACCESS", 5, 20, "LAW_PROHIBITS");
        handled("hoa-mai", "ACCESS", 7, null, null);
        // 5 stand still while their requesters have to answer
        handled("hoa-mai", "ACCESS", 5, null, null);
        sql(
                "update request_clock set paused_at = timestamptz '2025-03-11 08:00+07' where request_id in (select id from request"
                        + " where reference like 'OS-%' and school_id = 'hoa-mai' order by id limit 5)");
        // small: 2 of sen-nho
        handled("sen-nho", "ACCESS", 2, 10, null);
        // a withdrawal that its requester never confirmed is nobody's delay
        handled("ban-mai", "WITHDRAW", 3, null, null);
        sql(
                "update request set state = 'AWAITING_CONFIRMATION' where reference in"
                        + " (select reference from request where reference like 'OS-%' and type = 'WITHDRAW' and state = 'RECEIVED')");
    }

    @Test
    void officerOfDataProtectionSeesEveryFigure() {
        JsonNode report = report(Tokens.system(Role.DATA_PROTECTION_OFFICER));

        assertThat(report.path("smallestGroup").asInt()).isZero();
        assertThat(figures(report.path("total"))).containsExactly(27, 6, 5, 7);
        assertThat(figures(group(report, "types", "ACCESS"))).containsExactly(27, 0, 5, 7);
        assertThat(figures(group(report, "types", "WITHDRAW"))).containsExactly(0, 6, 0, 0);
        assertThat(group(report, "types", "WITHDRAW").path("medianHours").asDouble())
                .isEqualTo(100.0);
        assertThat(group(report, "types", "ACCESS").path("medianHours").asDouble())
                .isEqualTo(10.0);
        assertThat(figures(group(report, "schools", "sen-nho"))).containsExactly(2, 0, 0, 0);
        assertThat(figures(group(report, "districts", "quan-1"))).containsExactly(25, 6, 5, 7);
        assertThat(figures(group(report, "districts", "sen-nho"))).containsExactly(2, 0, 0, 0);
        assertThat(figures(group(report, "refusals", "LAW_PROHIBITS"))).containsExactly(5);
        assertThat(figures(group(report, "openByAge", "5"))).containsExactly(12);
        assertThat(figures(group(report, "months", "2025-03"))).containsExactly(6, 39);
        JsonNode promise = report.path("clocks").path("FULFIL").path(0);
        assertThat(promise.path("key").asString("")).isEqualTo("Điều 15.2 Nghị định 13/2023/NĐ-CP");
        assertThat(figures(promise)).containsExactly(27, 6, 5, 7);
    }

    @Test
    @Rule("S-23")
    void inspectorSeesNoSmallGroupAndNoneThatTheOthersWouldTell() {
        for (Role role : List.of(Role.INSPECTOR, Role.DEPARTMENT_OFFICER)) {
            JsonNode report = report(Tokens.system(role));

            assertThat(report.path("smallestGroup").asInt()).isEqualTo(5);
            assertThat(figures(report.path("total"))).containsExactly(27, 6, 5, 7);
            // the district's one other school could be told from the total
            assertThat(group(report, "districts", "sen-nho").path("hidden").asBoolean())
                    .isTrue();
            assertThat(group(report, "districts", "quan-1").path("hidden").asBoolean())
                    .isTrue();
            assertThat(group(report, "schools", "ban-mai").has("figures")).isFalse();
            assertThat(figures(group(report, "types", "ACCESS"))).containsExactly(27, 0, 5, 7);
        }
    }

    @Test
    void headSeesTheOwnUnitOnly() {
        JsonNode report = report(Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), "ban-mai"));

        assertThat(report.path("schoolId").asString("")).isEqualTo("ban-mai");
        assertThat(figures(report.path("total"))).containsExactly(25, 6, 0, 0);
        assertThat(report.toString()).doesNotContain("hoa-mai", "sen-nho");
        JsonNode small = report(Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), "sen-nho"));
        assertThat(small.path("total").path("hidden").asBoolean()).isTrue();
        assertThat(small.path("total").has("figures")).isFalse();
    }

    @Test
    void inspectorGetsNobodysDataWhateverIsTried() {
        UUID request = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
        String inspector = Tokens.system(Role.INSPECTOR);
        Browser browser = Browser.staff(context, Role.INSPECTOR, SCHOOL);

        for (String path : List.of(
                "/v1/requests",
                "/v1/requests/" + request,
                "/v1/requests/" + request + "/timeline",
                "/v1/requests/" + request + "/personal-data",
                "/v1/inbox",
                "/v1/holders",
                "/v1/incidents")) {
            assertThat(get(inspector, path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/officer/requests", "/officer/requests/" + request, "/officer/notices", "/officer/incidents")) {
            assertThat(browser.open(path).status()).as(path).isEqualTo(403);
        }
        String report = report(inspector).toString()
                + browser.open("/oversight?year=" + YEAR).html();
        assertThat(report).doesNotContain(CHILD.toString(), mother.toString(), "OS-", student.toString());
        assertThat(get(motherToken(), "/v1/oversight/requests").status()).isEqualTo(403);
        assertThat(get(officer(SCHOOL), "/v1/oversight/requests").status()).isEqualTo(403);
    }

    @Test
    void pageDrawsEachFigureBesideItsNumberInBothLanguages() {
        Browser inspector = Browser.staff(context, Role.INSPECTOR, SCHOOL);
        Page page = inspector.open("/oversight?year=" + YEAR);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("Giải quyết yêu cầu của chủ thể dữ liệu năm 2025", "Nhóm dưới 5 yêu cầu không hiện")
                .contains("Theo loại yêu cầu", "Giữ hạn: làm xong", "Từ chối, theo căn cứ", "Luật khác cấm")
                .contains("aria-hidden=\"true\"", "<rect class=\"c0\"", "Không hiện: nhóm quá nhỏ")
                .doesNotContain("sen-nho</th><td><svg");
        assertThat(page.links("/oversight?year=2024")).isTrue();
        assertThat(inspector.open("/").target()).isEqualTo("/oversight");
        assertThat(inspector.open("/oversight?year=" + YEAR + "&lang=en").html())
                .contains("How requests of 2025 were handled", "By type of request", "Another law forbids it");
        assertThat(Browser.of(context, Role.GUARDIAN, mother).open("/oversight").status())
                .isEqualTo(403);
        assertThat(inspector.open("/oversight?year=abc").status()).isEqualTo(200);
    }

    private JsonNode report(String token) {
        Reply reply = get(token, "/v1/oversight/requests?year=" + YEAR);
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    private static JsonNode group(JsonNode report, String table, String key) {
        return report.path(table)
                .valueStream()
                .filter(group -> group.path("key").asString("").equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + report.path(table)));
    }

    private static List<Integer> figures(JsonNode group) {
        return group.path("figures").valueStream().map(JsonNode::asInt).toList();
    }

    /** So many requests of March 2025, done after so many hours, or not at all. */
    private void handled(String school, String type, int many, Integer hours, String ground) {
        String met = hours == null ? "null" : "received_at + interval '" + hours + " hours'";
        sql(
                "with made as (insert into request (id, reference, type, state, requester, student_id, school_id, received_at,"
                        + " regime, changed_at, refusal_ground) select gen_random_uuid(), 'OS-' || gen_random_uuid(), '"
                        + type
                        + "', '" + (hours == null ? "RECEIVED" : ground == null ? "COMPLETED" : "REFUSED") + "', '"
                        + mother
                        + "', '" + CHILD + "', '" + school
                        + "', timestamptz '2025-03-10 08:00+07', 'ND13_2023', now(), "
                        + (ground == null ? "null" : "'" + ground + "'") + " from generate_series(1, " + many
                        + ") returning id, received_at)"
                        + " insert into request_clock (request_id, code, article, due, met_at) select id, 'FULFIL',"
                        + " 'Điều 15.2 Nghị định 13/2023/NĐ-CP', received_at + interval '72 hours', " + met
                        + " from made");
    }

    private void sql(String statement) {
        database.sql(statement).then().block();
    }
}
