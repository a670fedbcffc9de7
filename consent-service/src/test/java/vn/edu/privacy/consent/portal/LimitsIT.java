package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;

/** Agreeing to a part, until a day, under conditions, on the pages. */
@RealParts
class LimitsIT {
    private final UUID mother = UUID.randomUUID();
    private Portal portal;
    private WebTestClient parent;
    private School school;
    private Child child;
    private String purpose;
    private String address;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        portal = new Portal(context);
        school = new School(portal.anybody());
        parent = portal.as(Role.GUARDIAN, mother);
        purpose = school.publishNamed("Khám sức khỏe");
        child = school.enrol("Nguyễn Minh Anh", 5, mother, null);
        address = "/children/" + child.id() + "/purposes/" + purpose + "/limits";
    }

    @Test
    @Rule({"R-CON-07", "R-CON-24"})
    void nothingIsChosenBeforehandAndOnlyWhatWasTickedMayBeUsed() {
        assertThat(page(parent, "/children/" + child.id() + "/purposes/" + purpose))
                .contains(address);
        String form = page(parent, address);
        assertThat(form).contains("Dị ứng").doesNotContain("checked");
        MultiValueMap<String, String> limits = filled(form);
        limits.add("category", "allergies");
        limits.add("lastDay", "%1$td/%1$tm/%1$tY".formatted(School.today().plusDays(30)));
        limits.add("conditions", "Chỉ cô y tế được xem");

        String next = post(parent, address, limits).toString();

        String told = page(parent, next);
        assertThat(told).contains("Đã ghi nhận: đồng ý", "Mẹ đồng ý (có giới hạn)");
        assertThat(page(parent, told.replaceAll("(?s).*(/children/[0-9a-f-]{36}/receipts/[0-9a-f-]{36}).*", "$1")))
                .contains("Chỉ cô y tế được xem", "Chỉ đến hết ngày", "đã đọc bằng tiếng Việt");
        JsonNode check = school.check(child, purpose);
        assertThat(check.get("answer").asString()).isEqualTo("DENY");
        assertThat(check.get("dataCategories").toString()).isEqualTo("[\"allergies\"]");
    }

    @Test
    void whatIsMissingIsSaidWithALinkToTheFieldAndNothingIsRecorded() {
        MultiValueMap<String, String> empty = filled(page(parent, address));
        empty.add("lastDay", "31/02/2027");
        empty.add("conditions", "x");

        String again = sentBack(parent, address, empty);

        assertThat(again)
                .contains("href=\"#NOTHING_CHOSEN\"", "href=\"#LAST_DAY\"", "href=\"#CONDITIONS\"", "31/02/2027");
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
        assertThat(portal.state(child.id(), mother, purpose)).isEqualTo("NOT_ASKED");

        MultiValueMap<String, String> mended = filled(again);
        mended.add("category", "allergies");
        post(parent, address, mended);
        assertThat(portal.state(child.id(), mother, purpose)).isEqualTo("GIVEN");
    }

    @Test
    void aChildBelowSevenIsNotAskedAndAStrangersChildIsNotFound() {
        UUID self = UUID.randomUUID();
        Child pupil = school.enrol("Trần Gia Hân", 6, mother, self);
        for (WebTestClient reader :
                new WebTestClient[] {portal.as(Role.STUDENT, self), portal.as(Role.GUARDIAN, UUID.randomUUID())}) {
            reader.get()
                    .uri("/children/" + pupil.id() + "/purposes/" + purpose + "/limits")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    private static MultiValueMap<String, String> filled(String page) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("notice", hidden(page, "notice"));
        form.add("idempotencyKey", hidden(page, "idempotencyKey"));
        return form;
    }
}
