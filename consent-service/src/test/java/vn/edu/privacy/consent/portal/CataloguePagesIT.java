package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

/** The catalogue as the data-protection officer works on it in the portal. */
@RealParts
class CataloguePagesIT {
    private Portal portal;
    private School school;
    private WebTestClient officer;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        portal = new Portal(context);
        school = new School(portal.anybody());
        officer = portal.as(Role.DATA_PROTECTION_OFFICER, UUID.randomUUID());
    }

    @Test
    void leadsTheOfficerFromTheStartPageToEveryPurposeWithItsState() {
        String purpose = school.publishNamed("Xe đưa đón");
        String byLaw = school.publishByLaw("Học bạ");

        assertThat(page(officer, "/")).contains("/officer/purposes");
        assertThat(page(officer, "/officer/purposes")).contains(purpose, byLaw, "Xe đưa đón", "Đang dùng");
        assertThat(page(officer, "/officer/purposes/" + byLaw))
                .contains("QT-07/2026", "position.deputy-head", "Điều 17.5", "Rà soát lại trước ngày");
        assertThat(page(officer, "/officer/purposes?lang=en")).contains("Purposes of processing", "In force");
    }

    @Test
    @Rule("R-NOT-05")
    void takesANextVersionFromTheFormOverTheDifferenceToTheConfirmedPublication() {
        String purpose = school.publishNamed("Hồ sơ sức khỏe");
        Child child = school.child(5);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        String address = "/officer/purposes/" + purpose;
        String form = page(officer, address + "/draft");
        assertThat(form).contains("Hồ sơ sức khỏe", "allergies", "Trường ghi lại kết quả khám sức khỏe.");

        post(officer, address + "/draft", filled(form, "Nhóm máu", ""));
        assertThat(page(officer, address))
                .contains(
                        "Còn thiếu (1)", "notices.vi.risks", "Mới: thêm dữ liệu “Nhóm máu” (nhạy cảm).", "Phải hỏi lại")
                .doesNotContain("Công bố bản này");
        assertThat(page(officer, "/officer/purposes")).contains("còn thiếu 1 mục");

        post(officer, address + "/draft", filled(page(officer, address + "/draft"), "Nhóm máu", "Lộ nhóm máu."));
        String whole = page(officer, address);
        assertThat(whole)
                .contains("Công bố bản này", "Lộ nhóm máu.", "Lộ thông tin sức khỏe.")
                .doesNotContain("Còn thiếu", "value=\"MINOR\"");

        MultiValueMap<String, String> publication = new LinkedMultiValueMap<>();
        publication.add("idempotencyKey", "publish-" + UUID.randomUUID());
        publication.add("edition", hidden(whole, "edition"));
        publication.add("change", "MAJOR");
        assertThat(sentBack(officer, address + "/publication", publication)).contains("Chưa công bố.");
        assertThat(portal.state(child.id(), child.mother(), purpose)).isEqualTo("GIVEN");

        publication.set("idempotencyKey", "publish-" + UUID.randomUUID());
        publication.add("confirmed", "read");
        post(officer, address + "/publication", publication);

        assertThat(page(officer, address)).contains("bản 2,", "Đã thay").doesNotContain("Bỏ bản nháp");
        assertThat(portal.state(child.id(), child.mother(), purpose)).isEqualTo("STALE");
    }

    @Test
    void savingWithoutChangingAnythingChangesNothing() {
        for (String purpose : new String[] {school.publishNamed("Xe đưa đón"), school.publishByLaw("Học bạ")}) {
            String address = "/officer/purposes/" + purpose;

            post(officer, address + "/draft", sent(page(officer, address + "/draft")));

            String draft = page(officer, address);
            assertThat(draft).contains("Không khác gì.", "value=\"MINOR\"");
            MultiValueMap<String, String> discard = new LinkedMultiValueMap<>();
            discard.add("idempotencyKey", "discard-" + UUID.randomUUID());
            discard.add("edition", hidden(draft, "edition"));
            post(officer, address + "/discard", discard);
            assertThat(page(officer, address)).contains("Viết bản tiếp theo");
        }
    }

    @Test
    void saysWhatItCannotReadAndKeepsWhatWasTyped() {
        String purpose = school.publishNamed("Xe đưa đón");
        String address = "/officer/purposes/" + purpose + "/draft";
        MultiValueMap<String, String> form = sent(page(officer, address));
        form.set("processingUntil", "mai");
        form.set("notices.vi.summary", "Chưa lưu được");

        assertThat(sentBack(officer, address, form)).contains("Chưa lưu.", "processingUntil", "Chưa lưu được");
    }

    @Test
    void tellsASecondOfficerThatTheDraftChangedMeanwhile() {
        String purpose = school.publishNamed("Xe đưa đón");
        String address = "/officer/purposes/" + purpose + "/draft";
        MultiValueMap<String, String> first = sent(page(officer, address));
        MultiValueMap<String, String> second = sent(page(officer, address));
        post(officer, address, first);

        officer.mutateWith(csrf())
                .post()
                .uri(address)
                .body(BodyInserters.fromFormData(second))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "DATA_PROTECTION_OFFICER")
    void isTheDataProtectionOfficersAlone(Role role) {
        WebTestClient other = portal.as(role, UUID.randomUUID());
        for (String address :
                new String[] {"/officer/purposes", "/officer/purposes/health", "/officer/purposes/health/draft"}) {
            other.get().uri(address).exchange().expectStatus().isForbidden();
        }
    }

    private static MultiValueMap<String, String> filled(String page, String category, String risks) {
        MultiValueMap<String, String> form = sent(page);
        int row = form.get("category.code").indexOf("blood-type");
        if (row < 0) {
            row = form.get("category.code").indexOf("");
        }
        form.get("category.code").set(row, "blood-type");
        form.get("category.vi").set(row, category);
        form.get("category.en").set(row, "Blood type");
        form.get("category.sensitive").set(row, "true");
        form.set("notices.vi.risks", risks);
        return form;
    }

    /** What a browser would send of the page's form. */
    private static MultiValueMap<String, String> sent(String page) {
        return Forms.first(page, "/draft");
    }
}
