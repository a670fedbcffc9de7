package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * Tells holders and recipients to stop when a PERMIT ended by itself: at a birthday, the end of a relation or of the
 * record (R-CH-25). Checks do not wait for it.
 */
public final class ExpireConsents {
    private static final int AT_ONCE = 200;

    private final Consents consents;
    private final ReevaluateRecords records;
    private final UnaryOperator<Mono<Void>> transaction;
    private final Clock clock;

    /**
     * Collaborators.
     *
     * @param consents which records are due
     * @param records what to do with a student's
     * @param transaction makes one student's work one transaction
     * @param clock the time
     */
    public ExpireConsents(
            Consents consents, ReevaluateRecords records, UnaryOperator<Mono<Void>> transaction, Clock clock) {
        this.consents = consents;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes through the records that are due now, some hundred at once; the next call takes up the rest. */
    public Mono<Void> run() {
        Instant now = clock.instant();
        return consents.due(now, AT_ONCE)
                .collectList()
                .flatMapIterable(students -> students)
                .concatMap((UUID student) -> transaction.apply(records.timePassed(student, now)))
                .then();
    }
}
