package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.portal.Portal.answer;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;

@RealParts
class PortalIT {
    private final UUID mother = UUID.randomUUID();
    private Portal portal;
    private WebTestClient parent;
    private School school;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        portal = new Portal(context);
        school = new School(portal.anybody());
        parent = portal.as(Role.GUARDIAN, mother);
    }

    @Test
    void showsAParentTheirChildrenAndWhatWaits() {
        school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();

        String home = page(parent, "/");

        assertThat(home).contains("Nguyễn Minh Anh", "/children/" + child, "Lớp 4A", "việc chờ trả lời");
    }

    @Test
    @Rule("R-CH-26")
    void asksAStudentOnTheirOwnPageInTheirOwnWords() {
        String purpose = school.publishNamed("Ảnh kỷ yếu");
        UUID self = UUID.randomUUID();
        UUID student = school.enrol("Trần Gia Hân", 10, mother, self).id();
        WebTestClient pupil = portal.as(Role.STUDENT, self);

        pupil.get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/children/" + student);
        assertThat(page(pupil, "/children/" + student)).contains("Chờ em trả lời", purpose);
    }

    @Test
    @Rule({"R-CON-08", "R-CON-24", "R-CON-25"})
    void servesTheNoticeWithTwoEqualButtonsAndRecordsTheAnswer() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();
        String address = "/children/" + child + "/purposes/" + purpose;

        String notice = page(parent, address);
        assertThat(notice)
                .contains("Dị ứng", "Dữ liệu nhạy cảm", "name=\"_csrf\"", "Tôi đồng ý", "Tôi không đồng ý")
                .doesNotContain("autofocus", "btn main");

        URI next = post(parent, address, answer(notice, "GIVEN"));

        assertThat(next.toString()).startsWith("/children/" + child + "?done=");
        assertThat(page(parent, next.toString()))
                .contains("Đã ghi nhận: đồng ý – Xe đưa đón", "Đã đồng ý", "Mẹ đồng ý", "Nhà trường được dùng");
        assertThat(portal.state(child, mother, purpose)).isEqualTo("GIVEN");
    }

    @Test
    @Rule("R-WD-03")
    void withdrawsOnlyAfterTheConsequencesWereReadAndTellsSinceWhen() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();
        String address = "/children/" + child + "/purposes/" + purpose;
        post(parent, address, answer(page(parent, address), "GIVEN"));
        String consequences = page(parent, address + "/withdrawal");
        assertThat(consequences)
                .contains("Khi con mệt, trường sẽ gọi anh/chị.", "Tôi đã đọc")
                .doesNotContain("checked");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(consequences, "idempotencyKey"));

        assertThat(sentBack(parent, address + "/withdrawal", form)).contains("Chưa rút lại.");
        assertThat(portal.state(child, mother, purpose)).isEqualTo("GIVEN");

        form.add("acknowledged", "read");
        URI next = post(parent, address + "/withdrawal", form);

        assertThat(page(parent, next.toString()))
                .containsPattern("Có hiệu lực từ \\d\\d:\\d\\d:\\d\\d ngày \\d\\d/\\d\\d/\\d{4}")
                .contains("/rights/withdrawals/" + next.toString().replaceAll(".*/", ""));
        assertThat(portal.state(child, mother, purpose)).isEqualTo("WITHDRAWN");
        assertThat(page(parent, "/children/" + child)).contains("Đã rút lại", "Mẹ rút lại", "Đổi ý");
        assertThat(page(parent, address + "/withdrawal")).contains("không có sự đồng ý nào");
    }

    @Test
    @Rule("R-CON-05")
    void givesTheFamilyAReceiptWithItsPlaceInTheLedger() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();
        String address = "/children/" + child + "/purposes/" + purpose;
        URI next = post(parent, address, answer(page(parent, address), "REFUSED"));
        String receipt = "/children/" + child + "/receipts/" + next.getQuery().replace("done=", "");

        assertThat(page(parent, receipt))
                .contains("Mẹ không đồng ý", "Xe đưa đón", "Dị ứng", "bản 1, đã đọc bằng tiếng Việt")
                .containsPattern("[0-9a-f]{64}");
        UUID stranger = UUID.randomUUID();
        school.enrol("Lê Đức Phúc", 5, stranger, null);
        portal.as(Role.GUARDIAN, stranger)
                .get()
                .uri(receipt)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    @Rule({"R-NOT-01", "R-NOT-05"})
    void showsTheNewNoticeWhenItChangedMeanwhileAndRecordsNothing() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();
        String address = "/children/" + child + "/purposes/" + purpose;
        String old = page(parent, address);
        school.publishAnew(purpose, "Xe đưa đón mới").expectStatus().isCreated();

        URI next = post(parent, address, answer(old, "GIVEN"));

        assertThat(page(parent, next.toString())).contains("Thông báo vừa có bản mới", "Xe đưa đón mới");
        assertThat(portal.state(child, mother, purpose)).isEqualTo("NOT_ASKED");
    }

    @Test
    @Rule("R-NOT-05")
    void tellsWhatChangedSinceTheReadersOwnAnswerBeforeAskingAgain() {
        String purpose = school.publishNamed("Hồ sơ sức khỏe");
        Child child = school.child(5);
        String address = "/children/" + child.id() + "/purposes/" + purpose;
        WebTestClient mother = portal.as(Role.GUARDIAN, child.mother());
        WebTestClient father = portal.as(Role.GUARDIAN, child.father());
        post(mother, address, answer(page(mother, address), "GIVEN"));
        assertThat(page(mother, address)).doesNotContain("Đã đổi so với thông báo");

        school.publishMore(purpose, "Hồ sơ sức khỏe").expectStatus().isCreated();

        String asked = page(mother, address);
        assertThat(portal.state(child.id(), child.mother(), purpose)).isEqualTo("STALE");
        assertThat(asked)
                .contains(
                        "Đã đổi so với thông báo mà anh/chị trả lời ngày",
                        "Mới: thêm dữ liệu “Nhóm máu” (nhạy cảm).",
                        "Thêm nơi nhận: Trạm y tế phường.")
                .containsPattern("Dữ liệu được giữ lâu hơn: đến hết \\d\\d/\\d\\d/\\d{4} thay vì");
        assertThat(asked.indexOf("Nhóm máu” (nhạy cảm)")).isLessThan(asked.indexOf("Tôi đồng ý"));
        assertThat(page(father, address)).doesNotContain("Đã đổi so với thông báo");

        post(mother, address, answer(asked, "GIVEN"));
        assertThat(page(mother, address)).doesNotContain("Đã đổi so với thông báo");
    }

    @Test
    @Rule("R-EXC-01")
    void showsWhatRestsOnALawAsInformationAndNeverAsAChoice() {
        String purpose = school.publishByLaw("Sổ theo dõi học bạ");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();

        assertThat(page(parent, "/children/" + child))
                .contains(
                        "Nhà trường được làm theo luật, không cần xin phép",
                        "Sổ theo dõi học bạ",
                        "Điều 17.5 Nghị định 13/2023/NĐ-CP; Điều 27 Thông tư 42/2021/TT-BGDĐT",
                        "Khiếu nại: Phòng tiếp dân, 028 0000 0001")
                .doesNotContain("/purposes/" + purpose);
        parent.get()
                .uri("/children/" + child + "/purposes/" + purpose)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(portal.state(child, mother, purpose)).isEqualTo("null");
    }

    @Test
    void speaksEnglishOnRequest() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();

        assertThat(page(parent, "/children/" + child + "/purposes/" + purpose + "?lang=en"))
                .contains("Xe đưa đón (English)", "I do not agree", "Dị ứng (English)");
    }
}
