package vn.edu.privacy.consent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.checkpoint.domain.ChainHead;
import vn.edu.privacy.consent.checkpoint.domain.MerklePath;
import vn.edu.privacy.consent.checkpoint.domain.Sha256;
import vn.edu.privacy.contracts.events.CheckpointMadeV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.signing.SigningKeys;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** The whole ledger under one signature: what it covers cannot be changed unseen, not even by who holds the key. */
@RealParts
@TestPropertySource(properties = Sealing.OWN_CLOCK)
@Rule({"R-CON-10", "R-CON-23"})
class CheckpointIT {
    private static final HexFormat HEX = HexFormat.of();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    DatabaseClient database;

    @Autowired
    MakeCheckpoint makeCheckpoint;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    SigningKeys keys;

    private WebTestClient client;
    private School school;
    private String purpose;

    @BeforeEach
    void school() {
        client = School.client(port);
        school = new School(client);
        purpose = school.publishNamed("Hồ sơ sức khỏe");
    }

    @Test
    void theNewestOneIsSignedAndNamesTheOneBefore() {
        decided();
        SignedCheckpoint first = Sealing.now(context).orElseThrow();
        decided();
        SignedCheckpoint second = Sealing.now(context).orElseThrow();

        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(keys.verified(SignedCheckpoint.TYPE, second.signed()))
                .hasValueSatisfying(text -> assertThat(HEX.formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8))))
                        .isEqualTo(second.hash()))
                .hasValueSatisfying(text -> assertThat(text).contains(second.root()));
        JsonNode latest = open("/v1/checkpoints/latest", "max-age=30, public");
        assertThat(latest.get("hash").asString()).isEqualTo(second.hash());
        JsonNode older = open("/v1/checkpoints/" + first.number(), "max-age=31536000, public, immutable");
        assertThat(older.get("signed").asString()).isEqualTo(first.signed());
    }

    @Test
    void noneIsMadeWhenNothingHasChanged() {
        decided();
        Sealing.now(context);
        assertThat(Sealing.now(context)).isEmpty();
    }

    @Test
    void aHeadWithoutEntriesIsNoChainYet() {
        StepVerifier.create(database.sql("insert into ledger_head (student_id, seq, hash, last_at)"
                                + " values (gen_random_uuid(), 0, decode(repeat('00', 32), 'hex'), '-infinity')")
                        .then())
                .verifyComplete();
        decided();
        assertThat(Sealing.now(context)).isPresent();
    }

    @Test
    void ofSeveralInstancesOneMakesIt() {
        decided();
        List<SignedCheckpoint> made = Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(instance -> makeCheckpoint.run(), 8)
                .collectList()
                .block();
        assertThat(made).hasSize(1);
    }

    @Test
    void everyEntryHangsUnderTheRootByHashesAlone() {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Child child = decided();
            IntStream.range(0, i).forEach(again -> decide(child));
            children.add(child);
        }
        SignedCheckpoint made = Sealing.now(context).orElseThrow();
        for (int i = 0; i < children.size(); i++) {
            UUID student = children.get(i).id();
            LongStream.rangeClosed(1, i + 1L)
                    .forEach(seq -> assertLeadsTo(
                            made, student, checkpoints.inclusion(student, seq).block()));
        }
    }

    @Test
    void anEntryIsPendingUntilTheNextOneAndAnUnknownOneHasNoProof() {
        Child child = decided();
        SignedCheckpoint before = Sealing.now(context).orElseThrow();
        decide(child);
        Inclusion pending = checkpoints.inclusion(child.id(), 2).block();
        assertThat(pending.status()).isEqualTo(Inclusion.Status.PENDING);
        assertThat(pending.nextCheckpoint()).isEqualTo(before.number() + 1);
        Sealing.now(context);
        assertThat(checkpoints.inclusion(child.id(), 2).block().status()).isEqualTo(Inclusion.Status.INCLUDED);
        assertThat(checkpoints.inclusion(child.id(), 3).blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update decision set body = replace(body, 'GIVEN', 'REFUSED') where student_id = $1 and seq = 2",
                "update decision set prev_hash = sha256(prev_hash) where student_id = $1 and seq = 2",
                "update decision set hash = sha256(hash) where student_id = $1 and seq = 1",
                "update ledger_head set hash = sha256(hash) where student_id = $1",
                "update ledger_head h set seq = 1, hash = d.hash from decision d"
                        + " where h.student_id = $1 and d.student_id = h.student_id and d.seq = 1",
                "delete from ledger_head where student_id = $1"
            })
    void aLedgerThatWasRewrittenGetsNoSignature(String forgery) {
        Child child = decided();
        long covered = forgery.contains("seq = 1, ") ? 2 : 1;
        if (covered == 2) {
            decide(child);
        }
        Sealing.now(context);
        if (covered == 1) {
            decide(child);
        }
        keepAside(child);
        StepVerifier.create(forge(forgery.replace("$1", "'" + child.id() + "'")))
                .verifyComplete();

        StepVerifier.create(makeCheckpoint.run()).verifyError(LedgerRewritten.class);

        putBack(child);
        Sealing.now(context);
        assertThat(checkpoints.inclusion(child.id(), 2).block().status()).isEqualTo(Inclusion.Status.INCLUDED);
    }

    @Test
    void theWitnessIsTold() {
        decided();
        SignedCheckpoint made = Sealing.now(context).orElseThrow();
        try (Topic topic = new Topic(Topics.CHECKPOINTS, "consent-service")) {
            await().untilAsserted(() -> assertThat(topic.events(CheckpointMadeV1.TYPE))
                    .anySatisfy(
                            event -> assertThat(event.get("signed").asString()).isEqualTo(made.signed())));
        }
    }

    private void assertLeadsTo(SignedCheckpoint checkpoint, UUID student, Inclusion proof) {
        assertThat(proof.checkpoint()).isEqualTo(checkpoint);
        byte[] link = Sha256.of(
                HEX.parseHex(proof.entry().prevHash()),
                HEX.parseHex(proof.entry().bodyHash()));
        for (String body : proof.links()) {
            link = Sha256.of(link, HEX.parseHex(body));
        }
        ChainHead head = new ChainHead(
                ChainHead.subject(student), proof.entry().seq() + proof.links().size(), link);
        Optional<byte[]> root = MerklePath.root(
                head.leaf(),
                proof.leafIndex(),
                checkpoint.chains(),
                proof.path().stream().map(HEX::parseHex).toList());
        assertThat(root)
                .hasValueSatisfying(found -> assertThat(HEX.formatHex(found)).isEqualTo(checkpoint.root()));
    }

    private JsonNode open(String path, String cache) {
        return School.json(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", cache));
    }

    private Child decided() {
        Child child = school.child(5);
        decide(child);
        return child;
    }

    private void decide(Child child) {
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    private void keepAside(Child child) {
        StepVerifier.create(forge("create table kept_decision as select * from decision where student_id = '"
                        + child.id() + "'; create table kept_head as select * from ledger_head where student_id = '"
                        + child.id() + "'"))
                .verifyComplete();
    }

    private void putBack(Child child) {
        StepVerifier.create(forge("delete from decision where student_id = '" + child.id()
                        + "'; insert into decision select * from kept_decision; drop table kept_decision;"
                        + " delete from ledger_head where student_id = '" + child.id()
                        + "'; insert into ledger_head select * from kept_head; drop table kept_head"))
                .verifyComplete();
    }

    private Mono<Void> forge(String sql) {
        return database.sql(
                        "set session_replication_role = replica; " + sql + "; set session_replication_role = origin")
                .then();
    }
}
