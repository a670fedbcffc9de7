package vn.edu.privacy.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import vn.edu.privacy.platform.testing.RealParts;

@RealParts
class VaultIT {
    private static final byte[] NAME = "Nguyễn Thị Bích".getBytes(StandardCharsets.UTF_8);

    @Autowired
    SubjectKeys keys;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    private final UUID subject = UUID.randomUUID();

    @Test
    void whatWasSealedOpensAgain() {
        StepVerifier.create(keys.seal(subject, NAME).flatMap(envelope -> keys.open(subject, envelope)))
                .assertNext(opened -> assertThat(opened).isEqualTo(NAME))
                .verifyComplete();
    }

    @Test
    void theSameTextSealedTwiceLooksDifferent() {
        StepVerifier.create(keys.sealAll(
                        List.of(new SubjectKeys.Sealing(subject, NAME), new SubjectKeys.Sealing(subject, NAME))))
                .assertNext(both -> assertThat(both.getFirst()).isNotEqualTo(both.getLast()))
                .verifyComplete();
    }

    @Test
    void aSealDoesNotOpenForAnotherSubjectNorAfterAChange() {
        UUID other = UUID.randomUUID();
        byte[] envelope = envelopeOf(subject);
        envelopeOf(other);

        StepVerifier.create(keys.open(other, envelope)).verifyError(SealBroken.class);
        envelope[envelope.length - 1] ^= 1;
        StepVerifier.create(keys.open(subject, envelope)).verifyError(SealBroken.class);
        StepVerifier.create(keys.open(subject, new byte[3])).verifyError(SealBroken.class);
        StepVerifier.create(keys.open(UUID.randomUUID(), envelope)).verifyError(SealBroken.class);
    }

    @Test
    void aDestroyedKeyTakesEverythingAlongAndNeverComesBack() {
        byte[] envelope = envelopeOf(subject);
        StepVerifier.create(keys.destroy(subject).then(keys.destroy(subject))).verifyComplete();

        StepVerifier.create(keys.open(subject, envelope)).verifyError(SubjectErased.class);
        StepVerifier.create(keys.seal(subject, NAME)).verifyError(SubjectErased.class);
        StepVerifier.create(database.sql("select wrapped is null from vault.subject_key where subject = $1")
                        .bind(0, subject)
                        .map(row -> row.get(0, Boolean.class))
                        .one())
                .expectNext(true)
                .verifyComplete();
    }

    @Test
    void destroyingBeforeTheFirstSealForbidsItToo() {
        StepVerifier.create(keys.destroy(subject).then(keys.seal(subject, NAME)))
                .verifyError(SubjectErased.class);
    }

    @Test
    void aBatchOpensInOrderAndLeavesTheErasedEmpty() {
        UUID erased = UUID.randomUUID();
        byte[] mine = envelopeOf(subject);
        byte[] theirs = envelopeOf(erased);
        StepVerifier.create(keys.destroy(erased)).verifyComplete();

        StepVerifier.create(keys.openAll(
                        List.of(new SubjectKeys.Sealed(erased, theirs), new SubjectKeys.Sealed(subject, mine))))
                .assertNext(opened -> {
                    assertThat(opened.getFirst()).isEmpty();
                    assertThat(opened.getLast().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                            .isEqualTo(Optional.of("Nguyễn Thị Bích"));
                })
                .verifyComplete();
    }

    @Test
    void firstSealsThatMeetUseOneKey() {
        Set<byte[]> seals = ConcurrentHashMap.newKeySet();
        StepVerifier.create(Flux.range(0, 16)
                        .flatMap(n -> keys.seal(subject, NAME), 16)
                        .doOnNext(seals::add)
                        .flatMap(envelope -> keys.open(subject, envelope)))
                .expectNextCount(16)
                .verifyComplete();
        assertThat(seals).hasSize(16);
    }

    @Test
    void aKeyThatWasNeverCommittedIsGone() {
        StepVerifier.create(transaction
                        .execute(status -> {
                            status.setRollbackOnly();
                            return keys.seal(subject, NAME);
                        })
                        .singleOrEmpty()
                        .flatMap(envelope -> keys.open(subject, envelope)))
                .verifyError(SealBroken.class);
    }

    private byte[] envelopeOf(UUID of) {
        return Objects.requireNonNull(keys.seal(of, NAME).block());
    }
}
