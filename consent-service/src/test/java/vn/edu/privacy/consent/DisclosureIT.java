package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** A school that goes by the narrower reading of Law 91/2025 art. 24.2. */
@RealParts
@TestPropertySource(properties = "privacy.law.dual-consent-scope=DISCLOSURE_ONLY")
class DisclosureIT {
    @LocalServerPort
    int port;

    @Autowired
    private ApplicationContext context;

    private School school;
    private Child child;

    @BeforeEach
    void school() {
        school = School.at(port);
        child = school.child(10);
    }

    @Test
    @Rule({"R-CH-10", "R-CH-11"})
    void aGuardianAloneDecidesAboutWhatIsNotDisclosed() {
        String purpose = publish(false);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();

        assertThat(answer(purpose)).isEqualTo("PERMIT");
        JsonNode refused = School.json(school.decide(child, child.self(), Role.STUDENT, purpose, "REFUSED"));
        assertThat(refused.get("type").asString()).endsWith("/not-asked-of-you");
        assertThat(pageOf(child)).doesNotContain("/purposes/" + purpose + "/withdrawal");
        assertThat(answer(purpose)).isEqualTo("PERMIT");
    }

    @Test
    @Rule("R-CH-11")
    void aDisclosureNeedsBoth() {
        String purpose = publish(true);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(answer(purpose)).isEqualTo("DENY");
        assertThat(pageOf(child)).contains("/purposes/" + purpose);
        school.decide(child, child.self(), Role.STUDENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(answer(purpose)).isEqualTo("PERMIT");
    }

    @Test
    @Rule({"R-CH-11", "R-NOT-05"})
    void aPurposeThatBeginsToDiscloseAsksAgainAndThenBoth() {
        String purpose = publish(false);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        JsonNode refused =
                School.json(publishAgain(purpose, "MINOR").expectStatus().isEqualTo(422));
        assertThat(refused.toString()).contains("disclosesPrivateLife");

        publishAgain(purpose, "MAJOR").expectStatus().isCreated();

        assertThat(answer(purpose)).isEqualTo("DENY");
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(answer(purpose)).isEqualTo("DENY");
        school.decide(child, child.self(), Role.STUDENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(answer(purpose)).isEqualTo("PERMIT");
    }

    private String answer(String purpose) {
        return school.check(child, purpose).get("answer").asString();
    }

    private String pageOf(Child student) {
        WebTestClient pupil = new Portal(context).as(Role.STUDENT, student.self());
        return Portal.page(pupil, "/children/" + student.id());
    }

    private WebTestClient.ResponseSpec publishAgain(String purpose, String change) {
        Map<String, Object> version = new HashMap<>(TestPurpose.nextVersion("Ảnh lớp", change));
        version.put("disclosesPrivateLife", true);
        return school.post(
                "/v1/purposes/" + purpose + "/versions", Tokens.system(Role.DATA_PROTECTION_OFFICER), version);
    }

    private String publish(boolean discloses) {
        String code = TestPurpose.newCode("album");
        Map<String, Object> draft = new HashMap<>(TestPurpose.draft(code, "Ảnh lớp"));
        draft.put("disclosesPrivateLife", discloses);
        school.post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), draft)
                .expectStatus()
                .isCreated();
        return code;
    }
}
