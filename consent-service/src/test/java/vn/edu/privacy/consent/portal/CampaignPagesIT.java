package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.campaign.AskingSchool;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;

@RealParts
class CampaignPagesIT {
    private Portal portal;
    private AskingSchool school;
    private String trip = "";

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        portal = new Portal(context);
        school = new AskingSchool(portal.anybody());
        trip = new School(portal.anybody()).publishNamed("Xe đưa đón");
        for (int i = 0; i < 6; i++) {
            school.enrol("1A", 5, null, UUID.randomUUID(), null);
        }
        school.enrol("2B", 10, null, UUID.randomUUID(), UUID.randomUUID());
    }

    @Test
    void anOfficerPlansSeesTheFiguresRemindsOnceAndCloses() {
        WebTestClient officer = staff(Role.SCHOOL_OFFICER, school.id());
        assertThat(page(officer, "/")).contains("/campaigns");
        String form = page(officer, "/campaigns/new");
        assertThat(form).contains("Xe đưa đón", "1A", "2B").doesNotContain("checked");

        URI made = post(officer, "/campaigns/new", plan(form, School.today().toString(), true));

        String campaign = page(officer, made.toString());
        assertThat(campaign)
                .contains("Đang mở", "Đã lập", "0 được · 0 không · 6 chờ", "0 được · 0 không · 1 chờ", "<svg", "<rect")
                .doesNotContain("style=", "Lê An");
        assertThat(page(officer, "/campaigns"))
                .contains(made.getPath())
                .as("whose own school is all there is")
                .doesNotContain("Từng trường, từng việc");
        assertThat(page(officer, made.getPath() + "/missing?class=2B"))
                .contains("Lê An", "Xe đưa đón", "Chờ cả gia đình và học sinh");

        MultiValueMap<String, String> remind = key(campaign, "remind");
        assertThat(page(
                        officer,
                        post(officer, made.getPath() + "/reminders", remind).toString()))
                .contains("sẽ nhận một lời nhắc");
        String again = page(officer, made.getPath());
        officer.mutateWith(csrf())
                .post()
                .uri(made.getPath() + "/reminders")
                .body(BodyInserters.fromFormData(key(again, "remind")))
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Có thể nhắc lại từ"));
        URI closed = post(officer, made.getPath() + "/closure", key(again, "close"));
        assertThat(page(officer, closed.toString())).contains("Đã đóng").doesNotContain("Nhắc ngay");
    }

    @Test
    void whatIsWrongIsToldAndWhatWasWrittenStays() {
        WebTestClient officer = staff(Role.SCHOOL_OFFICER, school.id());
        for (String day : List.of(School.today().minusDays(1).toString(), "hôm nay")) {
            assertThat(sentBack(officer, "/campaigns/new", plan(page(officer, "/campaigns/new"), day, true)))
                    .contains("Chưa lập.", "value=\"" + trip + "\" checked")
                    .contains("Đầu năm");
        }
        officer.mutateWith(csrf())
                .post()
                .uri("/campaigns/new")
                .body(BodyInserters.fromFormData(
                        plan(page(officer, "/campaigns/new"), School.today().toString(), false)))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("cần ít nhất một việc"));
    }

    @Test
    void othersSeeCountsWithoutSmallGroupsAndNobodyElseSeesNames() {
        UUID campaign = school.open(List.of(trip), School.today());
        String address = "/campaigns/" + campaign;
        for (WebTestClient outside : List.of(
                staff(Role.HEAD_OF_UNIT, school.id()),
                staff(Role.INSPECTOR, "no-school"),
                staff(Role.DEPARTMENT_OFFICER, "no-school"))) {
            assertThat(page(outside, address))
                    .contains("Không hiện: nhóm quá nhỏ")
                    .doesNotContain("6 chờ", "1 chờ", "/missing", "Nhắc ngay");
            outside.get()
                    .uri(address + "/missing?class=2B")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        assertThat(page(staff(Role.HEAD_OF_UNIT, school.id()), "/campaigns"))
                .contains("Từng trường, từng việc", "Xe đưa đón", address, "<rect", "<td class=\"c due\">7</td>")
                .doesNotContain("style=");
        WebTestClient teacher = staff(Role.SCHOOL_STAFF, school.id());
        assertThat(page(teacher, address)).contains("1 chờ").doesNotContain("/missing", "Nhắc ngay");
        teacher.get()
                .uri(address + "/missing?class=2B")
                .exchange()
                .expectStatus()
                .isForbidden();
        WebTestClient stranger = staff(Role.SCHOOL_OFFICER, "truong-khac");
        stranger.get().uri(address).exchange().expectStatus().isNotFound();
        stranger.get()
                .uri(address + "/missing?class=2B")
                .exchange()
                .expectStatus()
                .isNotFound();
        portal.as(Role.GUARDIAN, UUID.randomUUID())
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void everyTextIsThereInBothLanguages() throws Exception {
        Properties vietnamese =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/campaign.properties"));
        Properties english =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/campaign_en.properties"));

        assertThat(vietnamese).hasSizeGreaterThan(70);
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
        assertThat(page(staff(Role.SCHOOL_OFFICER, school.id()), "/campaigns/new?lang=en"))
                .contains("Plan a campaign", "Xe đưa đón (English)");
    }

    private MultiValueMap<String, String> plan(String form, String opensOn, boolean asks) {
        MultiValueMap<String, String> plan = new LinkedMultiValueMap<>();
        plan.add("idempotencyKey", hidden(form, "idempotencyKey"));
        plan.add("schoolYear", form.replaceAll("(?s).*name=\"schoolYear\"[^>]*value=\"([^\"]+)\".*", "$1"));
        plan.add("opensOn", opensOn);
        plan.add("deadline", School.today().toString());
        plan.add("nameVi", "Đầu năm");
        if (asks) {
            plan.add("purposes", trip);
        }
        return plan;
    }

    private static MultiValueMap<String, String> key(String page, String which) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", page.replaceAll("(?s).*value=\"(" + which + "-[^\"]+)\".*", "$1"));
        return form;
    }

    private WebTestClient staff(Role role, String schoolId) {
        return portal.as(role, UUID.randomUUID(), schoolId);
    }
}
