package vn.edu.privacy.consent.classlist;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.portal.Portal.page;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;

/** What may be collected of whom, as a clerk and an officer read it. */
@RealParts
class ClassListIT {
    private Portal portal;
    private School school;
    private String purpose;
    private Child child;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        portal = new Portal(context);
        school = new School(portal.anybody());
        purpose = school.publishNamed("Xe đưa đón");
        // nobody else of the shared school is called so
        String given = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        child = school.enrol("Đặng Quỳnh " + given, 5, UUID.randomUUID(), null);
    }

    @Test
    void saysNotYetUntilTheFamilyAgreesAndThenYes() {
        WebTestClient clerk = portal.as(Role.SCHOOL_STAFF, UUID.randomUUID(), School.ID);
        String address = sought();
        assertThat(page(clerk, address)).contains(child.name(), "Chưa được", "nhắc được");

        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();

        assertThat(page(clerk, address)).contains(child.name()).doesNotContain("Chưa được", "nhắc được");
    }

    @Test
    void tellsWhyNotToOfficersAlone() {
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "REFUSED")
                .expectStatus()
                .isCreated();
        String address = sought();

        assertThat(page(portal.as(Role.SCHOOL_OFFICER, UUID.randomUUID(), School.ID), address))
                .contains(child.name(), "không đồng ý");
        assertThat(page(portal.as(Role.SCHOOL_STAFF, UUID.randomUUID(), School.ID), address))
                .contains(child.name(), "Chưa được")
                .doesNotContain("không đồng ý", "nhắc được");
    }

    /** As somebody types it who does not bother with accents. */
    private String sought() {
        return "/classes?q=dang+quynh+" + child.name().replaceFirst(".* ", "") + "&purpose=" + purpose;
    }

    @Test
    void isForTheSchoolsOwnPeople() {
        String address = "/classes?q=dang+quynh";
        assertThat(page(portal.as(Role.SCHOOL_STAFF, UUID.randomUUID(), "another-school"), address))
                .doesNotContain(child.name());
        portal.as(Role.GUARDIAN, child.mother())
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
