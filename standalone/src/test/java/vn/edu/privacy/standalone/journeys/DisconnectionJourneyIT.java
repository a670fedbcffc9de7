package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.platform.testing.Rule;

/** A system that breaks the rules gets no answer from the next check on, and no token from the real realm. */
class DisconnectionJourneyIT extends Journey {
    private static final String SCHOOL = "sao-mai";
    private static final String ENTITY = "0312345678";

    @Test
    @Rule("S-17")
    void theNextCheckIsDeniedAndTheRealmLetsTheSystemInNoLonger() {
        String officer = demo.token(demo.first("department-officer"));
        JsonNode system = demo.system(SCHOOL);
        String before = Demo.granted(demo.askForToken(system));
        assertThat(demo.put(
                                officer,
                                demo.consents("/v1/connected-systems/"
                                        + system.get("clientId").asString()),
                                Map.of("legalEntity", ENTITY, "name", "Công ty Phần mềm"))
                        .status())
                .isEqualTo(200);
        assertThat(reason(before)).isNotEqualTo("DISCONNECTED");

        step(
                officer,
                "suspension",
                Map.of("reason", "Chuyển dữ liệu cho bên thứ ba", "caseReference", "VP-12", "intermediary", true));
        try {
            assertThat(reason(before)).as("the first check after it").isEqualTo("DISCONNECTED");
            await("the realm refuses the system")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> demo.askForToken(system).status() != 200);
        } finally {
            step(officer, "resumption", null);
        }
        assertThat(reason(before)).isNotEqualTo("DISCONNECTED");
        await("the realm lets it in again")
                .atMost(Duration.ofSeconds(20))
                .until(() -> demo.askForToken(system).status() == 200);
    }

    private void step(String officer, String step, Object body) {
        Demo.Answer answer = demo.post(officer, demo.consents("/v1/legal-entities/" + ENTITY + "/" + step), body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private String reason(String token) {
        Demo.Answer answer = demo.post(
                token,
                demo.consents("/v1/checks"),
                Map.of(
                        "schoolId",
                        SCHOOL,
                        "studentId",
                        "0198c0de-0000-7000-8000-000000000001",
                        "purpose",
                        "health-record"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().at("/reasons/0/code").asString("");
    }
}
