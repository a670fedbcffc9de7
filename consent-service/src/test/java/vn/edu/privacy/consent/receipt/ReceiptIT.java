package vn.edu.privacy.consent.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.Erasing;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.checkpoint.Sealing;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.vault.SubjectErased;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** The person's copy of a decision, from the decision to somebody who verifies it without us. */
@RealParts
@TestPropertySource(properties = Sealing.OWN_CLOCK)
class ReceiptIT {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ApplicationContext context;

    @Autowired
    SubjectKeys subjectKeys;

    private WebTestClient client;
    private School school;
    private Child child;
    private JsonNode decision;

    @BeforeEach
    void aParentDecides() {
        client = School.client(port);
        school = new School(client);
        String purpose = "photos-" + UUID.randomUUID().toString().substring(0, 8);
        school.publish(purpose).expectStatus().isCreated();
        child = school.child(5);
        decision = School.json(school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                        .expectStatus()
                        .isCreated())
                .at("/decisions/0");
    }

    @Test
    @Rule({"R-CON-05", "R-CON-21"})
    void theReceiptSaysWhatWasDecidedUnderWhichNotice() {
        JsonNode receipt = School.json(school.get(path(), Tokens.bearer(Role.GUARDIAN, child.mother()))
                .expectStatus()
                .isOk());
        assertThat(receipt.at("/decision/kind").asString()).isEqualTo("GIVEN");
        assertThat(receipt.at("/decision/capacity").asString()).isEqualTo("MOTHER");
        assertThat(receipt.at("/recordId")).isEqualTo(decision.at("/record/id"));
        assertThat(receipt.at("/controller/schoolId").asString()).isEqualTo("hoa-sen");
        assertThat(receipt.at("/notice/language").asString()).isEqualTo("vi");
        assertThat(receipt.at("/notice/servedAt").isMissingNode()).isFalse();
        assertThat(receipt.at("/ledger/seq")).isEqualTo(decision.get("seq"));
        assertThat(receipt.toString()).doesNotContain("Minh Anh").doesNotContain(child.sectorId());
    }

    @Test
    void onlyTheOneWhoDecidedReadsIt() {
        for (UUID other : new UUID[] {child.father(), UUID.randomUUID()}) {
            school.get(path(), Tokens.bearer(Role.GUARDIAN, other))
                    .expectStatus()
                    .isNotFound();
        }
        school.get(path(), Tokens.system("hoa-sen")).expectStatus().isForbidden();
        school.get("/v1/receipts/" + UUID.randomUUID(), Tokens.bearer(Role.GUARDIAN, child.mother()))
                .expectStatus()
                .isNotFound();
    }

    @Test
    @Rule({"R-CON-05", "R-CON-21"})
    void itIsSignedOnceAndVerifiesWithThePublishedKeyAlone() throws Exception {
        String compact = signed();
        assertThat(signed()).isEqualTo(compact);
        byte[] keys = client.get()
                .uri("/v1/receipts/keys")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JWSObject jws = JWSObject.parse(compact);
        JWKSet published = JWKSet.parse(new String(keys, StandardCharsets.UTF_8));
        assertThat(jws.verify(new RSASSAVerifier(
                        published.getKeyByKeyId(jws.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    @Test
    void anybodyMayAskWhetherItIsGenuine() {
        String compact = signed();
        JsonNode genuine = verification(compact);
        assertThat(genuine.get("valid").asBoolean()).isTrue();
        assertThat(genuine.get("ledger").asString()).isEqualTo("AGREES");
        JsonNode forged = verification(compact.substring(0, compact.length() - 8) + "AAAAAAAA");
        assertThat(forged.get("valid").asBoolean()).isFalse();
        assertThat(forged.get("signature").asString()).isEqualTo("INVALID");
    }

    @Test
    @Rule("R-CON-10")
    void aLedgerThatWasRewrittenDisagreesWithTheReceipt() {
        String compact = signed();
        StepVerifier.create(database.sql("set session_replication_role = replica; update decision set kind = 'REFUSED'"
                                + " where student_id = '" + child.id()
                                + "'; set session_replication_role = origin")
                        .then())
                .verifyComplete();
        JsonNode verdict = verification(compact);
        assertThat(verdict.get("signature").asString()).isEqualTo("VALID");
        assertThat(verdict.get("ledger").asString()).isEqualTo("DISAGREES");
        assertThat(verdict.get("valid").asBoolean()).isFalse();
    }

    @Test
    @Rule("R-WD-02")
    void aWithdrawalHasItsReceipt() {
        decision = School.json(school.decisions(
                                child,
                                child.mother(),
                                Role.GUARDIAN,
                                School.withdrawal(decision.get("purpose").asString()))
                        .expectStatus()
                        .isCreated())
                .at("/decisions/0");

        JsonNode receipt = receipt();
        assertThat(receipt.at("/decision/kind").asString()).isEqualTo("WITHDRAWN");
        assertThat(receipt.at("/ledger/seq").asInt()).isEqualTo(2);
        assertThat(verification(receipt.get("signed").asString()).get("valid").asBoolean())
                .isTrue();
    }

    @Test
    @Rule({"R-CON-10", "R-CON-21"})
    void itComesWithItsProofOnceACheckpointCoversIt() {
        Sealing.now(context);
        decision = School.json(school.decide(
                                child,
                                child.mother(),
                                Role.GUARDIAN,
                                decision.get("purpose").asString(),
                                "GIVEN")
                        .expectStatus()
                        .isCreated())
                .at("/decisions/0");
        JsonNode before = receipt();
        assertThat(before.at("/inclusion/status").asString()).isEqualTo("PENDING");
        long sealedLast = before.at("/checkpoint/number").asLong();
        assertThat(before.at("/inclusion/nextCheckpoint").asLong()).isEqualTo(sealedLast + 1);

        Sealing.now(context);

        JsonNode after = receipt();
        assertThat(after.get("signed")).isEqualTo(before.get("signed"));
        assertThat(after.at("/inclusion/status").asString()).isEqualTo("INCLUDED");
        assertThat(after.at("/inclusion/checkpoint/number").asLong()).isEqualTo(sealedLast + 1);
        assertThat(after.at("/inclusion/checkpoint/previous")).isEqualTo(after.at("/checkpoint/hash"));
        assertThat(after.at("/inclusion/entry/seq")).isEqualTo(after.at("/ledger/seq"));
    }

    @Test
    @Rule({"R-CON-05", "R-CON-10"})
    void itVerifiesAfterTheStudentsDataWasErased() {
        Sealing.now(context);
        String compact = signed();

        try (Erasing erasing = new Erasing(school, child)) {
            erasing.applied(erasing.order());
        }
        StepVerifier.create(subjectKeys.open(child.id(), new byte[64])).verifyError(SubjectErased.class);

        JsonNode verdict = verification(compact);
        assertThat(verdict.get("valid").asBoolean()).isTrue();
        assertThat(verdict.get("ledger").asString()).isEqualTo("AGREES");
    }

    private JsonNode receipt() {
        return School.json(school.get(path(), Tokens.bearer(Role.GUARDIAN, child.mother()))
                .expectStatus()
                .isOk());
    }

    private String path() {
        return "/v1/receipts/" + decision.get("receiptId").asString();
    }

    private String signed() {
        return new String(
                client.get()
                        .uri(path())
                        .header("Authorization", Tokens.bearer(Role.GUARDIAN, child.mother()))
                        .header("Accept", "application/jose")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith("application/jose")
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.US_ASCII);
    }

    private JsonNode verification(String compact) {
        return School.json(client.post()
                .uri("/v1/receipts/verification")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(Map.of("receipt", compact)))
                .exchange()
                .expectStatus()
                .isOk());
    }
}
