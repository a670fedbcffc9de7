package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.CheckpointMadeV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** Other hands than the ledger's keep its checkpoints: one rewritten and signed again is told from the first. */
@Rule("R-CON-10")
class WitnessIT extends RightsCase {
    private static final JsonMapper JSON = new JsonMapper();

    private final long number = ThreadLocalRandom.current().nextLong(1_000, 1_000_000_000);

    @Test
    void aCheckpointHeardOfIsKeptForEverybody() throws Exception {
        String signed = signed("root");
        send(signed);
        await().untilAsserted(() -> assertThat(asked().get("signed").asString()).isEqualTo(signed));
        assertThat(asked().get("hash").asString()).isEqualTo(hash(signed));
        assertThat(asked().get("contradicted").asBoolean()).isFalse();
    }

    @Test
    void anotherOneUnderTheSameNumberContradictsTheFirst() throws Exception {
        String first = signed("root");
        String rewritten = signed("another root");
        send(first);
        await().untilAsserted(() -> assertThat(asked().get("signed").asString()).isEqualTo(first));
        send(first);
        send(rewritten);
        await().untilAsserted(() ->
                assertThat(asked().get("contradicted").asBoolean()).isTrue());
        assertThat(asked().get("signed").asString()).isEqualTo(first);
        assertThat(asked().get("contradictions").size()).isOne();
        assertThat(asked().at("/contradictions/0/signed").asString()).isEqualTo(rewritten);
    }

    @Test
    void whatWasHeardCannotBeForgotten() throws Exception {
        String signed = signed("root");
        send(signed);
        await().untilAsserted(() -> assertThat(asked().get("signed").asString()).isEqualTo(signed));
        StepVerifier.create(database.sql("delete from checkpoint_witness where number = " + number)
                        .then())
                .verifyError();
        assertThat(asked().get("signed").asString()).isEqualTo(signed);
    }

    private JsonNode asked() {
        return JSON.readTree(WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/rights")
                .entityExchangeResultConsumer(OpenApi.of("notification-service")::check)
                .build()
                .get()
                .uri("/v1/witness/checkpoints/" + number)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private void send(String signed) throws Exception {
        Topic.send(
                Topics.CHECKPOINTS,
                UUID.randomUUID(),
                CheckpointMadeV1.TYPE,
                new CheckpointMadeV1(number, hash(signed), "0".repeat(64), signed));
    }

    private static String signed(String text) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    private static String hash(String signed) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Base64.getUrlDecoder().decode(signed.split("\\.")[1])));
    }
}
