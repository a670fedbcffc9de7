package vn.edu.privacy.consent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.platform.testing.RealParts;

/** A ledger that nothing has been written to. */
@RealParts
@TestPropertySource(properties = "privacy.checkpoints.interval=PT20M")
class NoCheckpointIT {
    @LocalServerPort
    int port;

    @Test
    void beforeTheFirstOneItIsSaidWhenOneIsSigned() {
        JsonNode problem = School.json(School.client(port)
                .get()
                .uri("/v1/checkpoints/latest")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isNotFound());

        assertThat(problem.get("type").asString()).endsWith("/no-checkpoint-yet");
        assertThat(problem.get("detail").asString()).contains("1,200 seconds");
    }
}
