package vn.edu.privacy.consent.paper.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ActOnRecords;
import vn.edu.privacy.consent.consent.application.ActRefused;
import vn.edu.privacy.consent.paper.application.PaperRefused.Reason;
import vn.edu.privacy.consent.paper.domain.BatchLine;
import vn.edu.privacy.consent.paper.domain.BatchState;
import vn.edu.privacy.consent.paper.domain.IntakeBatch;
import vn.edu.privacy.consent.paper.domain.WrongBecause;

/**
 * Compares a batch's sample with its evidence, line by line; the last right line confirms every line of the batch in the
 * ledger, the first wrong one rejects them all. Never by the one who submitted it. Runs in the caller's transaction.
 */
public final class CheckSample {
    private final IntakeBatches batches;
    private final ActOnRecords acts;
    private final Clock clock;

    /** Collaborators: batches, the ledger's checks, and time. */
    public CheckSample(IntakeBatches batches, ActOnRecords acts, Clock clock) {
        this.batches = batches;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Records what comparing one line showed.
     *
     * @param schoolId the school of the second person
     * @param batchId the batch
     * @param decisionId the line, by its entry in the ledger
     * @param by the second person
     * @param wrong how the line differs from its evidence; null when it does not
     * @return the batch as it stands then
     * @throws PaperRefused (as an error signal) for an unknown batch, a line outside the sample, or a batch that is decided
     * @throws ActRefused (as an error signal) when the person submitted the batch, or the line was compared already
     */
    public Mono<IntakeBatch> check(
            String schoolId, UUID batchId, UUID decisionId, UUID by, @Nullable WrongBecause wrong) {
        return batches.lock(batchId)
                .filter(batch -> batch.schoolId().equals(schoolId))
                .switchIfEmpty(PaperRefused.because(Reason.UNKNOWN_BATCH))
                .flatMap(batch -> batches.lines(batchId)
                        .collectList()
                        .flatMap(lines -> check(batch, lines, decisionId, by, wrong)))
                .then(batches.find(batchId));
    }

    private Mono<Void> check(
            IntakeBatch batch, List<BatchLine> lines, UUID decisionId, UUID by, @Nullable WrongBecause wrong) {
        BatchLine line = lines.stream()
                .filter(each -> each.decisionId().equals(decisionId) && each.sampled())
                .findFirst()
                .orElse(null);
        if (line == null) {
            return PaperRefused.because(Reason.UNKNOWN_BATCH);
        }
        if (batch.state() != BatchState.SAMPLING) {
            return PaperRefused.because(Reason.BATCH_DECIDED);
        }
        if (batch.submittedBy().equals(by)) {
            return Mono.error(() -> new ActRefused(ActRefused.Reason.SECOND_PERSON_NEEDED));
        }
        if (line.right() != null) {
            return Mono.error(() -> new ActRefused(ActRefused.Reason.ALREADY_CHECKED));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Boolean> outcomes = Stream.concat(
                        lines.stream().map(BatchLine::right).filter(Objects::nonNull), Stream.of(wrong == null))
                .toList();
        BatchState state = BatchState.of(outcomes, batch.sampleSize());
        return batches.compared(batch.id(), line.line(), wrong, by, now)
                .then(state == BatchState.SAMPLING ? Mono.empty() : decide(batch, lines, state, by, now));
    }

    private Mono<Void> decide(IntakeBatch batch, List<BatchLine> lines, BatchState state, UUID by, Instant at) {
        boolean accepted = state == BatchState.ACCEPTED;
        // one student after another, as batches are entered, so that nobody waits for somebody who waits
        return Flux.fromStream(lines.stream().sorted(Comparator.comparing(BatchLine::studentId)))
                .concatMap(line -> acts.check(line.studentId(), line.decisionId(), by, accepted, reference(batch))
                        .onErrorResume(CheckSample::checkedByItself, already -> Mono.empty()))
                .then(batches.decided(batch.id(), state, at));
    }

    /** The batch, as each line's check in the ledger names it. */
    public static String reference(IntakeBatch batch) {
        return "intake:" + batch.id();
    }

    private static boolean checkedByItself(Throwable error) {
        return error instanceof ActRefused refused && refused.reason() == ActRefused.Reason.ALREADY_CHECKED;
    }
}
