package vn.edu.privacy.notification.witness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.OfficerNotices;

/**
 * Keeps every checkpoint heard of, and counts as witnessed only one that the ledger signed; whatever else was heard is kept
 * beside it and called out: in the log, by a metric, and to who protects data at every school (R-CON-10).
 */
@Component
class BearWitness {
    private static final Logger LOG = LoggerFactory.getLogger(BearWitness.class);
    private static final int PAGE = 100;

    private final R2dbcWitness witness;
    private final LedgerKeys keys;
    private final OfficerNotices officers;
    private final MeterRegistry metrics;
    private final TransactionalOperator transaction;
    private final Clock clock;

    BearWitness(
            R2dbcWitness witness,
            LedgerKeys keys,
            OfficerNotices officers,
            MeterRegistry metrics,
            TransactionalOperator transaction,
            Clock clock) {
        this.witness = witness;
        this.keys = keys;
        this.officers = officers;
        this.metrics = metrics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes one in; a key that is not among those kept is looked for once more. Joins the caller's transaction. */
    Mono<Void> hear(WitnessedCheckpoint heard) {
        return verdict(heard).flatMap(verdict -> witness.keep(heard).then(found(heard, verdict)));
    }

    /** Looks again at what could not be verified: keys may have been away, or one published late. */
    Mono<Void> again() {
        return witness.open(PAGE)
                .collectList()
                .filter(open -> !open.isEmpty())
                .flatMap(open -> keys.read()
                        .flatMapIterable(published -> open.stream()
                                .map(heard -> found(heard, CheckpointSignature.look(heard, published))
                                        .as(transaction::transactional))
                                .toList())
                        .concatMap(each -> each)
                        .then());
    }

    private Mono<Verdict> verdict(WitnessedCheckpoint heard) {
        return keys.kept()
                .map(kept -> CheckpointSignature.look(heard, kept))
                .flatMap(verdict -> verdict == Verdict.KEY_UNKNOWN
                        ? keys.read().map(published -> CheckpointSignature.look(heard, published))
                        : Mono.just(verdict))
                .onErrorResume(away -> {
                    LOG.warn(
                            "keys of the consent ledger cannot be read: {}",
                            away.getClass().getName());
                    return Mono.just(Verdict.KEYS_AWAY);
                });
    }

    private Mono<Void> found(WitnessedCheckpoint heard, Verdict verdict) {
        Mono<Void> contradiction = verdict == Verdict.VERIFIED
                ? witness.contradicted(heard)
                        .doOnNext(contradicted -> {
                            if (contradicted) {
                                LOG.error(
                                        "ALARM: checkpoint {} of the consent ledger contradicts what was heard before",
                                        heard.number());
                            }
                        })
                        .then()
                : Mono.empty();
        return contradiction
                .then(witness.note(heard, verdict, clock.instant()))
                .filter(fresh -> fresh && verdict != Verdict.VERIFIED)
                .flatMap(fresh -> alarm(heard, verdict));
    }

    private Mono<Void> alarm(WitnessedCheckpoint heard, Verdict verdict) {
        return officers.tell(
                        OfficerNotices.EVERY_SCHOOL,
                        UUID.nameUUIDFromBytes(
                                (heard.number() + heard.signed() + verdict).getBytes(StandardCharsets.UTF_8)),
                        NoticeKind.CHECKPOINT_UNVERIFIED,
                        null,
                        clock.instant())
                .doOnSuccess(told -> {
                    Counter.builder("witness.checkpoints.unverified")
                            .description("checkpoints of the consent ledger heard of and not witnessed, by why")
                            .tag("verdict", verdict.name())
                            .register(metrics)
                            .increment();
                    LOG.error(
                            "ALARM: checkpoint {} of the consent ledger is not witnessed: {}", heard.number(), verdict);
                });
    }
}
