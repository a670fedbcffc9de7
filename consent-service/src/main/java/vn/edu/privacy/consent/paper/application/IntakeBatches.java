package vn.edu.privacy.consent.paper.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.paper.domain.BatchLine;
import vn.edu.privacy.consent.paper.domain.BatchState;
import vn.edu.privacy.consent.paper.domain.IntakeBatch;
import vn.edu.privacy.consent.paper.domain.WrongBecause;

/** Batches of consents that schools already held; every call joins the caller's transaction. */
public interface IntakeBatches {
    /** Keeps a batch with its lines. */
    Mono<Void> keep(IntakeBatch batch, List<BatchLine> lines);

    /** A batch; empty when unknown. */
    Mono<IntakeBatch> find(UUID id);

    /** A batch, which nobody else can check until this transaction ends; empty when unknown. */
    Mono<IntakeBatch> lock(UUID id);

    /** The lines of a batch, by number. */
    Flux<BatchLine> lines(UUID id);

    /** A school's batches, newest first. */
    Flux<IntakeBatch> ofSchool(String schoolId, int atMost);

    /**
     * Batches of a school that were rejected since it last had one accepted that was as large.
     *
     * @param lines how large
     */
    Mono<Integer> rejectedSince(String schoolId, int lines);

    /** Keeps what comparing a line showed. */
    Mono<Void> compared(UUID id, int line, @Nullable WrongBecause wrong, UUID by, Instant at);

    /** Keeps what has become of a batch. */
    Mono<Void> decided(UUID id, BatchState state, Instant at);
}
