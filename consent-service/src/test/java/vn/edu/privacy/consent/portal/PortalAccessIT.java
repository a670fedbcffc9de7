package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.portal.Portal.answer;
import static vn.edu.privacy.consent.portal.Portal.page;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;

/** Who gets to see which child, and who does not. */
@RealParts
class PortalAccessIT {
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
    void sendsAStrangerToTheLogin() {
        portal.anybody()
                .get()
                .uri("/")
                .header(HttpHeaders.ACCEPT, "text/html")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueMatches("Location", ".*/oauth2/authorization/keycloak");
    }

    @Test
    void hidesAnotherFamilysChildAndWhatIsNoAddress() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Lê Đức Phúc", 5, UUID.randomUUID(), null).id();
        UUID own = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();

        for (String address : List.of(
                "/children/" + child,
                "/children/" + child + "/purposes/" + purpose,
                "/children/" + UUID.randomUUID(),
                "/children/" + own + "/purposes/unknown-code",
                "/children/not-an-id")) {
            parent.get()
                    .uri(address)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody(String.class)
                    .value(page -> assertThat(page).contains("Không tìm thấy").doesNotContain("Lê Đức Phúc"));
        }
    }

    @Test
    void refusesAFormWithoutItsToken() {
        String purpose = school.publishNamed("Xe đưa đón");
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();
        String address = "/children/" + child + "/purposes/" + purpose;
        MultiValueMap<String, String> form = answer(page(parent, address), "GIVEN");

        parent.post()
                .uri(address)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(portal.state(child, mother, purpose)).isEqualTo("NOT_ASKED");
    }

    @Test
    void keepsStaffOutOfChildrensPagesAndShowsThemTheirWork() {
        UUID child = school.enrol("Nguyễn Minh Anh", 5, mother, null).id();
        WebTestClient officer = portal.as(Role.SCHOOL_OFFICER, UUID.randomUUID());

        assertThat(page(officer, "/")).contains("Công việc của nhà trường");
        officer.get().uri("/children/" + child).exchange().expectStatus().isForbidden();
    }

    @Test
    @Rule("R-CH-23")
    void closesToAGuardianSuspendedByACourt() {
        Child child = school.child(5);
        WebTestClient father = portal.as(Role.GUARDIAN, child.father());
        assertThat(page(father, "/children/" + child.id())).contains("Nguyễn Minh Anh");

        school.fatherIsSuspended(child);

        assertClosed(father, child);
    }

    @Test
    @Rule("R-CH-24")
    void closesToTheParentsOnTheEighteenthBirthday() {
        Child grown = school.enrol("Trần Gia Hân", 18, mother, UUID.randomUUID());

        assertClosed(parent, grown);
        assertThat(page(portal.as(Role.STUDENT, Objects.requireNonNull(grown.self())), "/children/" + grown.id()))
                .contains("Trần Gia Hân");
    }

    private void assertClosed(WebTestClient reader, Child child) {
        String purpose = school.publishNamed("Xe đưa đón");
        String address = "/children/" + child.id();
        for (String closed :
                List.of(address, address + "/purposes/" + purpose, address + "/purposes/" + purpose + "/withdrawal")) {
            reader.get().uri(closed).exchange().expectStatus().isNotFound();
        }
        assertThat(page(reader, "/")).doesNotContain(child.name(), child.id().toString());
    }
}
