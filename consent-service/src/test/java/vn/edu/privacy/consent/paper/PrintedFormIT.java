package vn.edu.privacy.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;

/** Forms as the school's people and families print them. */
@RealParts
class PrintedFormIT {
    private final UUID clerk = UUID.randomUUID();
    private Portal portal;
    private WebTestClient staff;
    private School school;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void open() {
        portal = new Portal(context);
        school = new School(portal.anybody());
        staff = portal.as(Role.SCHOOL_STAFF, clerk, School.ID);
    }

    @Test
    @Rule({"R-NOT-03", "R-CON-05"})
    void printsTheWholeNoticeAndAnAnswerForEachWhomTheLawAsks() {
        String purpose = school.publishNamed("Xe đưa đón");
        Child child = school.child(10);

        String sheets = page(staff, printed(staff, "/students/" + child.id(), purpose, ""));

        assertThat(sheets)
                .contains(child.name(), "4A", "Xe đưa đón", "Trường ghi lại kết quả khám sức khỏe.")
                .contains("Ghi và lưu trong cơ sở dữ liệu ngành.", "Nhân viên y tế của trường.", "Cơ sở dữ liệu ngành")
                .contains("Lộ thông tin sức khỏe.", "Từ 05/09/2024 đến hết", "Con vẫn học bình thường.")
                .contains(
                        "Trong cổng, bất cứ lúc nào.", "Khi con mệt, trường sẽ gọi anh/chị.", "Xem, sửa, xóa, rút lại.")
                .contains("Trường Hoa Sen, 028 0000 0000", "Chiều cao (nhạy cảm), Dị ứng (nhạy cảm)", "Bản 1")
                .contains(">Học sinh</h3>", ">Cha</h3>", ">Mẹ</h3>")
                .doesNotContain(
                        "checked",
                        "<input",
                        "<script",
                        "style=\"",
                        child.mother().toString());
        assertThat(sheets.split(">Đồng ý<", -1)).hasSize(4);
        assertThat(sheets.split(">Không đồng ý<", -1)).hasSize(4);
    }

    @Test
    void asksTheParentsAloneBelowSevenAndTheStudentAloneFromEighteen() {
        String purpose = school.publishNamed("Xe đưa đón");

        String young = page(staff, printed(staff, "/students/" + school.child(5).id(), purpose, ""));
        String grown =
                page(staff, printed(staff, "/students/" + school.child(18).id(), purpose, ""));

        assertThat(young).contains(">Cha</h3>", ">Mẹ</h3>").doesNotContain(">Học sinh</h3>");
        assertThat(grown).contains(">Học sinh</h3>").doesNotContain(">Cha</h3>", ">Mẹ</h3>");
    }

    @Test
    @Rule("R-NOT-03")
    void keepsWhatWasPrintedWhenTheNoticeChangesLater() {
        String purpose = school.publishNamed("Xe đưa đón");
        Child child = school.child(5);
        String form = printed(staff, "/students/" + child.id(), purpose, "en");

        school.publishAnew(purpose, "Xe đưa đón mới").expectStatus().isCreated();

        assertThat(page(staff, form)).contains("Xe đưa đón", "Bản 1").doesNotContain("Xe đưa đón mới");
        assertThat(page(staff, printed(staff, "/students/" + child.id(), purpose, "")))
                .contains("Xe đưa đón mới", "Bản 2");
        Map<String, Object> kept = kept(form);
        assertThat(kept)
                .containsEntry("student_id", child.id())
                .containsEntry("purpose", purpose)
                .containsEntry("version", 1)
                .containsEntry("printed_by", clerk)
                .containsEntry("school_id", School.ID);
        assertThat((String[]) kept.get("languages")).containsExactly("vi", "en");
    }

    @Test
    void setsTheSecondLanguageBesideTheVietnamese() {
        String purpose = school.publishNamed("Xe đưa đón");
        Child child = school.child(5);

        String form = printed(staff, "/students/" + child.id(), purpose, "en");

        assertThat(page(staff, form))
                .contains("Xe đưa đón (English)", "Chiều cao (English)", "lang=\"en\"", "Tiếng Anh")
                .contains("Đồng ý / I agree", "Không đồng ý / I do not agree");
    }

    @Test
    void carriesANumberThatTheDeskFindsAgainAndNothingAboutTheChild() {
        String purpose = school.publishNamed("Xe đưa đón");
        Child child = school.child(5);
        String form = printed(staff, "/students/" + child.id(), purpose, "");
        String number = form.replaceAll(".*/", "");

        assertThat(number).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(page(staff, form)).contains("Mã QR của phiếu số " + number, number + "</figcaption>");
        staff.get()
                .uri("/paper?number={typed}", number.toLowerCase(java.util.Locale.ROOT))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(form + "/entry");
        staff.get()
                .uri("/paper?number={typed}", "2222-3333-4444")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("Số phiếu chưa đúng."));
    }

    @Test
    void isThereForTheFamilyAndTheSchoolAndNotFoundForEverybodyElse() {
        String purpose = school.publishNamed("Xe đưa đón");
        Child child = school.child(5);
        WebTestClient mother = portal.as(Role.GUARDIAN, child.mother());
        assertThat(page(mother, "/children/" + child.id() + "/purposes/" + purpose))
                .contains("/children/" + child.id() + "/purposes/" + purpose + "/form");
        String form = printed(mother, "/children/" + child.id(), purpose, "");

        assertThat(page(mother, form)).contains(child.name());
        assertThat(page(portal.as(Role.SCHOOL_OFFICER, clerk, School.ID), form)).contains(child.name());
        Child stranger = school.child(5);
        for (WebTestClient other : List.of(
                portal.as(Role.GUARDIAN, stranger.mother()), portal.as(Role.SCHOOL_STAFF, clerk, "other-school"))) {
            other.get().uri(form).exchange().expectStatus().isNotFound();
        }
        String staffAddress = "/students/" + child.id() + "/purposes/" + purpose + "/form";
        portal.as(Role.SCHOOL_STAFF, clerk, "other-school")
                .get()
                .uri(staffAddress)
                .exchange()
                .expectStatus()
                .isNotFound();
        mother.get().uri(staffAddress).exchange().expectStatus().isForbidden();
        portal.as(Role.GUARDIAN, stranger.mother())
                .get()
                .uri("/children/" + child.id() + "/purposes/" + purpose + "/form")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void isNotPrintedForPurposesThatAskNobodyOrInALanguageThatIsNotThere() {
        String purpose = school.publishNamed("Xe đưa đón");
        Child child = school.child(5);
        String address = "/students/" + child.id() + "/purposes/" + purpose + "/form";
        MultiValueMap<String, String> wanted = form(page(staff, address), "km");

        staff.mutateWith(csrf())
                .post()
                .uri(address)
                .body(BodyInserters.fromFormData(wanted))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        staff.get()
                .uri("/students/" + child.id() + "/purposes/unknown-code/form")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void leadsTheClerkFromTheClassToTheForm() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID an = school.enrol("Trần Thị Ân", 5, UUID.randomUUID(), null).id();
        UUID binh = school.enrol("Lê Văn Bình", 5, UUID.randomUUID(), null).id();

        assertThat(page(staff, "/")).contains("/paper\"");
        assertThat(page(staff, "/paper")).contains("/paper/students?class=4A");
        String list = page(staff, "/paper/students?class=4A");
        assertThat(list.indexOf("/students/" + an + "/forms"))
                .isPositive()
                .isLessThan(list.indexOf("/students/" + binh + "/forms"));
        assertThat(page(staff, "/students/" + an + "/forms"))
                .contains("Trần Thị Ân", "/students/" + an + "/purposes/" + purpose + "/form");
    }

    private static String printed(WebTestClient reader, String of, String purpose, String language) {
        String address = of + "/purposes/" + purpose + "/form";
        return post(reader, address, form(page(reader, address), language)).toString();
    }

    private static MultiValueMap<String, String> form(String page, String language) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(page, "idempotencyKey"));
        form.add("language", language);
        return form;
    }

    private Map<String, Object> kept(String form) {
        return database.sql("select * from paper_form where number = :number")
                .bind("number", form.replaceAll(".*/", "").replace("-", ""))
                .fetch()
                .one()
                .block();
    }
}
