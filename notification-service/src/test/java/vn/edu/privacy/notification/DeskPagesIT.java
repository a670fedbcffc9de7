package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

/** The desk's pages: choosing whom to help, the form, and what the person takes home. */
class DeskPagesIT extends RightsCase {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final UUID clerk = UUID.randomUUID();

    @Autowired
    private ApplicationContext context;

    private Browser officer;

    @BeforeEach
    void open() {
        HOLDERS.knows(student, "Nguyễn Minh Anh", "4A");
        HOLDERS.knowsPerson(mother, "Trần Thị Bình");
        officer = Browser.officer(context, SCHOOL, clerk);
    }

    @Test
    @Rule({"R-PROV-03", "R-PROV-04"})
    void officerFindsTheStudentChoosesWhoStandsThereAndWritesTheFormForThem() {
        assertThat(officer.open("/officer/requests").links("/officer/desk")).isTrue();
        assertThat(officer.open("/officer/desk").html()).contains(">4A</option>");
        assertThat(officer.open("/officer/desk?class=4A").links(desk(""))).isTrue();
        Page rights = officer.open(desk(""));
        assertThat(rights.html()).contains("Tại quầy: Nguyễn Minh Anh");
        for (String right :
                new String[] {"access", "withdraw", "provide", "rectify", "delete", "restrict", "object", "complain"}) {
            assertThat(rights.links(desk("/" + right))).as(right).isTrue();
            assertThat(officer.open(desk("/" + right)).offers(desk("/" + right)))
                    .isTrue();
        }
        Page form = officer.open(desk("/provide"));
        assertThat(form.html())
                .contains("Mẹ: Trần Thị Bình", "Cha: —", "Cán bộ ghi thay", "Bản giấy, nhận tại trường")
                .doesNotContain("name=\"personName\"");

        String target = officer.send(form, desk("/provide"), filledIn(Map.of("recipient", "me", "about", "Học bạ")))
                .target();

        assertThat(target).endsWith("/acknowledgement");
        Page printed = officer.open(target.replace("acknowledgement", "form"));
        assertThat(printed.html())
                .contains("Phiếu yêu cầu", "Trần Thị Bình", "Mẹ", "Nguyễn Minh Anh", "Học bạ", "Căn cước")
                .contains("Cán bộ ghi thay", "Bản giấy, nhận tại trường", "Lý do, mục đích (không bắt buộc)");
        assertThat(printed.headers().getCacheControl()).contains("no-store");
        assertThat(printed.headers().getContentDisposition().isAttachment()).isFalse();
    }

    @Test
    @Rule("R-PROV-06")
    void thePersonIsToldReferenceDeadlinesPlaceFormAndCostOnPaperAndInTheirPortal() {
        String target = officer.send(officer.open(desk("/access")), desk("/access"), filledIn(Map.of()))
                .target();

        Page paper = officer.open(target);
        String reference = get(motherToken(), "/v1" + request(target)).text("reference");
        assertThat(paper.html())
                .contains("Giấy báo đã nhận", reference, "Trần Thị Bình", "Nguyễn Minh Anh")
                .contains(
                        "Cam kết 72 giờ",
                        "Báo đã nhận",
                        "Phòng văn thư",
                        "Bản giấy, nhận tại trường",
                        "Không mất tiền");
        assertThat(officer.open(target + "?lang=en").html())
                .contains("Acknowledgement of receipt", "On paper, handed over at the school", "Cost", "None");
        Page own = Browser.of(context, Role.GUARDIAN, mother).open(request(target));
        assertThat(own.html())
                .contains(
                        "Phòng văn thư",
                        "Bản giấy, nhận tại trường",
                        "Không mất tiền",
                        "Cán bộ ghi nhận yêu cầu tại quầy");
        assertThat(Browser.officer(context, "tan-binh", UUID.randomUUID())
                        .open(target)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void paperIsPrintedInTheLanguageOfThePersonAndOnlyForWhatCameInAtTheDesk() {
        Map<String, String> english = filledIn(Map.of("language", "en"));
        assertThat(officer.send(officer.open(desk("/access")), desk("/access"), english)
                        .target())
                .endsWith("/acknowledgement?lang=en");
        UUID online = post(motherToken(), "/v1/requests", Map.of("type", "PROVIDE", "studentId", student))
                .id();
        assertThat(officer.open("/officer/requests/" + online + "/acknowledgement")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingIsSentBackWithWhatWasWritten() {
        Page form = officer.open(desk("/restrict"));
        Map<String, String> unread = filledIn(Map.of("purpose", TRANSPORT, "about", "Điểm đón"));
        Page back = officer.send(form, desk("/restrict"), unread);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.html()).contains("role=\"alert\"", ">Điểm đón</textarea>", "value=\"Phòng văn thư\"");
        Map<String, String> read = new HashMap<>(unread);
        read.put("acknowledged", "read");
        read.put("receivedAt", "hôm qua");
        assertThat(officer.send(form, desk("/restrict"), read).status()).isEqualTo(422);
        read.put(
                "receivedAt",
                LocalDateTime.now(VIET_NAM)
                        .minusDays(1)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        read.put("lateReason", "Văn phòng mất điện");

        String target = officer.send(form, desk("/restrict"), read).target();

        assertThat(get(motherToken(), "/v1" + request(target)).text("state")).isEqualTo("RECEIVED");
        assertThat(officer.open("/officer" + request(target)).html()).contains("Văn phòng mất điện");
    }

    @Test
    @Rule("R-PROV-05")
    void whoeverIsSentElsewhereTakesHomeWhereTo() {
        String target = officer.send(
                        officer.open(desk("/provide")),
                        desk("/provide"),
                        filledIn(Map.of("recipient", "me", "competent", "Trạm y tế phường Bến Nghé")))
                .target();
        assertThat(officer.open(target).html())
                .contains("Trạm y tế phường Bến Nghé", "Không thuộc thẩm quyền của đơn vị");
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open(request(target))
                        .html())
                .contains("Trạm y tế phường Bến Nghé");
    }

    private String desk(String right) {
        return "/officer/desk/students/" + student + right;
    }

    /** "/requests/…" of the page to print. */
    private static String request(String target) {
        return target.substring("/officer".length(), target.lastIndexOf('/'));
    }

    private Map<String, String> filledIn(Map<String, String> more) {
        return DeskForm.filledInFor(mother, more);
    }
}
