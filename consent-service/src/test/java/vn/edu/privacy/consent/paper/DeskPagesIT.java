package vn.edu.privacy.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;

/** The desk's pages: entering a signed form, the queue, and the comparison by a second person. */
@RealParts
class DeskPagesIT {
    private final UUID clerk = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private Desk desk;
    private School school;
    private String purpose;
    private Child child;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        desk = new Desk(context);
        school = desk.school();
        purpose = school.publishNamed("Xe đưa đón");
        child = school.child(5);
    }

    @Test
    @Rule({"R-CON-03", "R-CON-07"})
    void entersASignedFormAndASecondPersonComparesItAndOnlyThenItCounts() {
        WebTestClient staff = desk.pages(Role.SCHOOL_STAFF, clerk);
        String address = "/paper/forms/" + desk.print(child, purpose) + "/entry";
        String empty = page(staff, address);
        assertThat(empty)
                .contains(child.name(), "Xe đưa đón", "Mẹ", "Cha", "Chiều cao")
                .doesNotContain("checked=");

        MultiValueMap<String, String> form = filled(empty);
        form.add("category", "height");
        form.add("conditions", "Chỉ dùng ở trường");
        assertThat(post(staff, address, form)).hasToString("/paper?entered=true");

        assertThat(page(staff, "/paper?entered=true")).contains("Đã nhập.");
        WebTestClient officer = desk.pages(Role.SCHOOL_OFFICER, second);
        String check = link(page(officer, "/paper/checks"));
        String shown = page(officer, check);
        assertThat(shown)
                .contains(child.name(), "Mẹ", "Đồng ý", "Chiều cao", "Chỉ dùng ở trường", "Phiếu giấy đã ký")
                .doesNotContain("Dị ứng", child.mother().toString(), "checked=");
        assertThat(permits("height")).isFalse();
        post(officer, check, found(shown, "CONFIRMED", null));

        assertThat(permits("height")).isTrue();
        assertThat(permits("allergies")).isFalse();
        assertThat(page(officer, check)).contains("đã được kiểm tra").doesNotContain("CONFIRMED");
    }

    @Test
    void givesWhoEnteredItNoButtonAndRefusesTheirCheck() {
        desk.entered(child, purpose, "GIVEN", clerk);
        WebTestClient officer = desk.pages(Role.SCHOOL_OFFICER, clerk);
        String queue = page(officer, "/paper/checks");
        String check = link(queue);

        assertThat(queue).contains("Bạn đã nhập");
        assertThat(page(officer, check))
                .contains("một người khác phải kiểm tra")
                .doesNotContain("CONFIRMED");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", UUID.randomUUID().toString());
        form.add("outcome", "CONFIRMED");
        officer.mutateWith(csrf())
                .post()
                .uri(check)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
    }

    @Test
    void writesTheReasonOfARejectionIntoTheLedger() {
        desk.entered(child, purpose, "GIVEN", clerk);
        WebTestClient officer = desk.pages(Role.SCHOOL_OFFICER, second);
        String check = link(page(officer, "/paper/checks"));

        post(officer, check, found(page(officer, check), "REJECTED", "NOT_SIGNED"));

        assertThat(desk.newestLine(child).get("decision").asString()).isEqualTo("CHECK_REJECTED");
        assertThat(desk.newestLine(child).get("reference").asString()).endsWith(" NOT_SIGNED");
        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
    }

    @Test
    @Rule("R-CON-10")
    void theFamilySeesThatAnAnswerWasPutRight() {
        UUID entered = desk.entered(child, purpose, "GIVEN", clerk);
        desk.check(child, entered, second, "CONFIRMED").expectStatus().isCreated();
        WebTestClient mother = desk.portal().as(Role.GUARDIAN, child.mother());
        assertThat(page(mother, "/children/" + child.id()))
                .contains("Mẹ đồng ý")
                .doesNotContain("đã đính chính");

        school.post(
                        "/v1/students/" + child.id() + "/decisions/" + entered + "/correction",
                        Desk.officer(second),
                        Map.of("readAs", "REFUSED", "reference", "BB 3"))
                .expectStatus()
                .isCreated();

        assertThat(page(mother, "/children/" + child.id())).contains("Mẹ không đồng ý (đã đính chính)");
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasTyped() {
        WebTestClient staff = desk.pages(Role.SCHOOL_STAFF, clerk);
        String address = "/paper/forms/" + desk.print(child, purpose) + "/entry";
        MultiValueMap<String, String> form = filled(page(staff, address));
        form.remove("decision");
        form.set("reference", "Tủ 3 <b>");

        assertThat(sentBack(staff, address, form))
                .contains("Chưa nhập.", "#decision", "#reference", "Tủ 3 &lt;b&gt;")
                .contains("value=\"" + child.mother() + "\" checked=\"checked\"")
                .doesNotContain("#party\"", "#method\"", "#expressedOn\"");
    }

    @Test
    void isClosedToFamiliesToOtherSchoolsAndTheChecksToStaff() {
        UUID entered = desk.entered(child, purpose, "GIVEN", clerk);
        String form = "/paper/forms/" + desk.print(child, purpose) + "/entry";

        desk.portal()
                .as(Role.GUARDIAN, child.mother())
                .get()
                .uri(form)
                .exchange()
                .expectStatus()
                .isForbidden();
        for (String staffOnly : List.of("/paper/checks", "/paper/checks/" + entered, "/paper/intakes")) {
            desk.pages(Role.SCHOOL_STAFF, second)
                    .get()
                    .uri(staffOnly)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        WebTestClient elsewhere = desk.portal().as(Role.SCHOOL_OFFICER, second, "other-school");
        for (String ours : List.of(form, "/paper/checks/" + entered)) {
            elsewhere.get().uri(ours).exchange().expectStatus().isNotFound();
        }
        assertThat(page(elsewhere, "/paper/checks")).doesNotContain(child.name());
    }

    private boolean permits(String category) {
        return desk.check(child, purpose, category).get("answer").asString().equals("PERMIT");
    }

    private MultiValueMap<String, String> filled(String page) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(page, "idempotencyKey"));
        form.add("party", child.mother().toString());
        form.add("decision", "GIVEN");
        form.add("method", "PAPER_FORM");
        form.add("expressedOn", School.today().toString());
        return form;
    }

    static void confirm(WebTestClient officer, String check) {
        post(officer, check, found(page(officer, check), "CONFIRMED", null));
    }

    private static MultiValueMap<String, String> found(String page, String outcome, String reason) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(page, "idempotencyKey"));
        form.add("outcome", outcome);
        if (reason != null) {
            form.add("reason", reason);
        }
        return form;
    }

    /** The entry about this test's child: entries of other tests wait in the same queue. */
    private String link(String queue) {
        String decision = desk.newestLine(child).get("decisionId").asString();
        assertThat(queue).contains("/paper/checks/" + decision);
        return "/paper/checks/" + decision;
    }
}
