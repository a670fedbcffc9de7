package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;

/** The register of violations on its pages, from the entry to the closed file, and what is printed. */
class IncidentPagesIT extends RightsCase {
    private static final String REGISTER = "/officer/incidents";
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final String unit = "truong-" + UUID.randomUUID().toString().substring(0, 8);
    private final String now = FIELD.format(Instant.now());

    @Autowired
    private ApplicationContext context;

    private Browser officer;

    @BeforeEach
    void open() {
        officer = Browser.staff(context, Role.DATA_PROTECTION_OFFICER, unit);
    }

    @Test
    @Rule({"R-BR-03", "R-BR-04", "R-BR-05", "R-BR-13"})
    void officerFollowsAViolationFromTheEntryToTheClosedFile() {
        String one = register("OFF_PURPOSE");
        Page entered = officer.open(one);
        assertThat(entered.html())
                .contains("Dùng sai mục đích", "Mới phát hiện", "còn 2 ngày 23 giờ", "chưa rõ lúc xảy ra")
                .contains("Lập biên bản xác nhận vi phạm", "Báo Văn phòng Sở");
        assertThat(entered.offers(one + "/notifications")).isFalse();
        assertThat(officer.open(REGISTER).links(one)).isTrue();

        officer.send(entered, one + "/assessment", Map.of("kinds", "BASIC", "harm", "PROPERTY", "PLACE", "Phòng máy"));
        Page assessed = officer.open(one);
        assertThat(assessed.html()).contains("Phải thông báo cơ quan chuyên trách", "Phòng máy", "Tài sản");

        Page sentBack = officer.send(
                assessed, one + "/notifications", Map.of("sentAt", now, "sentTo", "AUTHORITY", "complete", "yes"));
        assertThat(sentBack.status()).isEqualTo(422);
        assertThat(sentBack.html())
                .contains("role=\"alert\"", "Còn thiếu: Tổ chức, cá nhân liên quan, Số lượng dữ liệu, số người");
        officer.send(
                officer.open(one),
                one + "/assessment",
                Map.of(
                        "kinds",
                        "BASIC",
                        "harm",
                        "PROPERTY",
                        "PARTIES",
                        "Một công ty",
                        "QUANTITY",
                        "30 dòng",
                        "CONSEQUENCES",
                        "Bị quảng cáo",
                        "MEASURES",
                        "Đã thu hồi"));
        officer.send(
                officer.open(one),
                one + "/notifications",
                Map.of("sentAt", now, "sentTo", "NATIONAL_PORTAL", "complete", "yes"));
        assertThat(officer.open(one).html()).contains("Đã thông báo đủ", "đã báo lúc");
        for (String step : new String[] {"MINUTE", "DEPARTMENT_TOLD"}) {
            officer.send(officer.open(one), one + "/steps", Map.of("step", step, "at", now, "note", "BB-07"));
        }
        officer.send(officer.open(one), one + "/remedy", Map.of("remediedAt", now));
        Page remedied = officer.open(one);
        assertThat(remedied.html()).contains("Đã khắc phục", "Hồ sơ giữ ít nhất đến", "BB-07");
        assertThat(remedied.offers(one + "/closure")).isFalse();

        Browser head = Browser.staff(context, Role.HEAD_OF_UNIT, unit);
        head.send(head.open(one), one + "/closure", Map.of());
        assertThat(head.open(one).html()).contains("Đã đóng hồ sơ", "Đóng hồ sơ");
        assertThat(officer.open(one + "?lang=en").html()).contains("Closed", "The file is kept at least until");
    }

    @Test
    void whatCannotBeTakenComesBackWithWhatWasTyped() {
        Page blank = officer.open(REGISTER + "/new");

        Page back = officer.send(
                blank,
                REGISTER,
                Map.of("unit", unit, "nature", "LOSS", "kinds", "HEALTH", "detectedAt", "hôm qua", "ACT", "Mất máy"));

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.html())
                .contains("Xin xem lại: Phát hiện lúc.", ">Mất máy</textarea>")
                .containsPattern("<option value=\"LOSS\" selected")
                .containsPattern("value=\"HEALTH\"[^>]* checked");
        assertThat(count("select count(*) from incident where school_id = '" + unit + "'"))
                .isZero();
    }

    @Test
    @Rule({"R-BR-03", "R-BR-05", "R-BR-12", "R-BR-13"})
    void printsTheFormsOfBothLawsTheMinuteAndTheReportToTheOffice() {
        String one = register("DISCLOSURE");
        officer.send(
                officer.open(one),
                one + "/assessment",
                Map.of("kinds", "BASIC", "QUANTITY", "30 dòng", "CONSEQUENCES", "Bị quảng cáo"));

        for (String form : new String[] {"03", "08"}) {
            assertThat(officer.open(one + "/print/" + form).html())
                    .contains("Mẫu số " + form, "Thông báo vi phạm quy định về bảo vệ dữ liệu cá nhân")
                    .contains("Quyết định thành lập", "30 dòng", "Bị quảng cáo", "Xảy ra lúc", "cam đoan");
        }
        assertThat(officer.open(one + "/print/08").html()).contains("Mã số thuế");
        assertThat(officer.open(one + "/print/03").html()).doesNotContain("Mã số thuế");
        assertThat(officer.open(one + "/print/minute").html()).contains("Biên bản xác nhận vi phạm", "Thành phần");
        assertThat(officer.open(one + "/print/department").html()).contains("Báo cáo dấu hiệu vi phạm", "Kính gửi");
        assertThat(officer.open(one + "/print/99").status()).isEqualTo(404);
    }

    @Test
    void strangersSeeNoneOfIt() {
        String one = register("LOSS");

        assertThat(Browser.staff(context, Role.HEAD_OF_UNIT, "sao-mai")
                        .open(one)
                        .status())
                .isEqualTo(404);
        assertThat(Browser.of(context, Role.GUARDIAN, mother).open(one).status())
                .isEqualTo(403);
        assertThat(Browser.officer(context, unit).open(REGISTER).status()).isEqualTo(403);
        Page read = Browser.staff(context, Role.HEAD_OF_UNIT, unit).open(one);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.offers(one + "/assessment")).isFalse();
    }

    private String register(String nature) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "unit", unit, "nature", nature, "kinds", "BASIC", "detectedAt", now, "ACT", "Gửi nhầm danh sách"));
        return officer.send(officer.open(REGISTER + "/new"), REGISTER, typed).target();
    }
}
