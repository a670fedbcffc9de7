package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.CheckpointMadeV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/**
 * Other hands than the ledger's keep its checkpoints: one rewritten and signed again is told from the first, and what the
 * ledger did not sign is witnessed by nobody.
 */
@Rule("R-CON-10")
@ExtendWith(OutputCaptureExtension.class)
class WitnessIT extends RightsCase {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LIST = "/officer/notices";

    @Autowired
    private ApplicationContext context;

    private final long number = ThreadLocalRandom.current().nextLong(1_000, 1_000_000_000);
    private final RSAKey ledger = key();

    @BeforeEach
    void ledgerPublishesItsKey() {
        publishes(ledger);
    }

    @Test
    void aCheckpointHeardOfIsKeptForEverybody() throws Exception {
        String signed = signed(ledger, "root");
        send(signed);
        await().untilAsserted(() -> assertThat(asked().get("signed").asString()).isEqualTo(signed));
        assertThat(asked().get("hash").asString()).isEqualTo(hash(signed));
        assertThat(asked().get("contradicted").asBoolean()).isFalse();
        assertThat(asked().get("unverified")).isEmpty();
    }

    @Test
    void anotherOneUnderTheSameNumberContradictsTheFirst() throws Exception {
        String first = signed(ledger, "root");
        String rewritten = signed(ledger, "another root");
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
        String signed = signed(ledger, "root");
        send(signed);
        await().untilAsserted(() -> assertThat(asked().get("signed").asString()).isEqualTo(signed));
        for (String forgetting : List.of(
                "delete from checkpoint_verdict where number = " + number,
                "update checkpoint_verdict set verdict = 'FORGED' where number = " + number,
                "delete from checkpoint_witness where number = " + number)) {
            StepVerifier.create(database.sql(forgetting).then()).verifyError();
        }
        assertThat(asked().get("signed").asString()).isEqualTo(signed);
    }

    @Test
    void aForgedSignatureIsKeptCalledOutAndNeverWitnessed(CapturedOutput log) throws Exception {
        String forged =
                signed(new RSAKey.Builder(key()).keyID(ledger.getKeyID()).build(), "root");
        send(forged);
        await().untilAsserted(() -> assertThat(verdicts()).containsExactly("FORGED"));

        ask().expectStatus().isNotFound();
        assertThat(log.getAll()).contains("ALARM: checkpoint " + number + " of the consent ledger is not witnessed");
        assertThat(Browser.of(context, Role.DATA_PROTECTION_OFFICER, UUID.randomUUID())
                        .open(LIST)
                        .html())
                .contains("Một mốc của sổ đồng ý không xác minh được chữ ký");
        assertThat(Browser.officer(context, SCHOOL).open(LIST).html())
                .doesNotContain("Một mốc của sổ đồng ý không xác minh được chữ ký");
        assertThat(database.sql("select count(*) from officer_notice where id = $1")
                        .bind(0, UUID.nameUUIDFromBytes((number + forged + "FORGED").getBytes(StandardCharsets.UTF_8)))
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isOne();
    }

    @Test
    void aForgeryThatComesFirstDoesNotKeepTheLedgersOwnFromBeingWitnessed() throws Exception {
        String good = signed(ledger, "root");
        String forged = good.substring(0, good.lastIndexOf('.') + 1)
                + signed(ledger, "another root").split("\\.")[2];
        send(forged);
        await().untilAsserted(() -> assertThat(verdicts()).containsExactly("FORGED"));
        send(good);

        await().untilAsserted(() -> assertThat(asked().get("signed").asString()).isEqualTo(good));
        assertThat(asked().get("contradicted").asBoolean()).isFalse();
        assertThat(asked().at("/unverified/0/signed").asString()).isEqualTo(forged);
        assertThat(asked().at("/unverified/0/verdict").asString()).isEqualTo("FORGED");
    }

    @Test
    void oneByAnUnknownKeyIsWitnessedOnceTheLedgerPublishesIt() throws Exception {
        RSAKey next = key();
        String signed = signed(next, "root");
        send(signed);
        await().untilAsserted(() -> assertThat(verdicts()).contains("KEY_UNKNOWN"));
        ask().expectStatus().isNotFound();

        publishes(ledger, next);

        await().untilAsserted(() -> assertThat(asked().get("signed").asString()).isEqualTo(signed));
    }

    @Test
    void aRotatedKeyIsReadAtOnceAndWhatTheOldOneSignedStillCounts() throws Exception {
        send(signed(ledger, "root"));
        await().untilAsserted(() -> assertThat(verdicts()).containsExactly("VERIFIED"));
        RSAKey next = key();
        publishes(next, ledger);

        String rotated = signed(next, "another root");
        send(rotated);

        await().untilAsserted(() ->
                assertThat(asked().at("/contradictions/0/signed").asString()).isEqualTo(rotated));
        assertThat(verdicts()).containsOnly("VERIFIED");
    }

    @Test
    void whileTheKeysAreAwayNothingIsWitnessedAndNothingIsLost() throws Exception {
        HOLDERS.reset();
        String signed = signed(key(), "root");
        send(signed);
        await().untilAsserted(() -> assertThat(verdicts()).isNotEmpty());
        assertThat(verdicts()).doesNotContain("VERIFIED", "FORGED");
        ask().expectStatus().isNotFound();
    }

    private JsonNode asked() {
        return JSON.readTree(
                ask().expectStatus().isOk().expectBody().returnResult().getResponseBody());
    }

    private WebTestClient.ResponseSpec ask() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/rights")
                .entityExchangeResultConsumer(OpenApi.of("notification-service")::check)
                .build()
                .get()
                .uri("/v1/witness/checkpoints/" + number)
                .exchange();
    }

    private List<String> verdicts() {
        return database.sql("select verdict from checkpoint_verdict where number = " + number)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private void send(String signed) throws Exception {
        Topic.send(
                Topics.CHECKPOINTS,
                UUID.randomUUID(),
                CheckpointMadeV1.TYPE,
                new CheckpointMadeV1(number, hash(signed), "0".repeat(64), signed));
    }

    private static void publishes(RSAKey... keys) {
        HOLDERS.ledgerPublishes(
                new JWKSet(Stream.of(keys).<JWK>map(RSAKey::toPublicJWK).toList()).toString());
    }

    private String signed(RSAKey key, String root) throws JOSEException {
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("consent-checkpoint+json"))
                        .keyID(key.getKeyID())
                        .build(),
                new Payload("{\"number\":" + number + ",\"previous\":\"" + "0".repeat(64) + "\",\"root\":\"" + root
                        + "\"}"));
        signed.sign(new RSASSASigner(key));
        return signed.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String hash(String signed) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Base64.getUrlDecoder().decode(signed.split("\\.")[1])));
    }
}
