package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells holders and recipients to stop when a PERMIT ended by itself: at a birthday, the end of a relation or of the
 * record (R-CH-25). Checks do not wait for it. Several instances may run at once: whoever comes second to a student finds
 * nothing to do.
 */
public final class ExpireConsents {
    private static final int PAGE = 500;
    /** Enough to hide the round trips; requests need the other connections. */
    private static final int STUDENTS_AT_ONCE = 4;

    private final Consents consents;
    private final ReevaluateRecords records;
    private final UnaryOperator<Mono<Void>> transaction;
    private final BiConsumer<UUID, Throwable> failed;
    private final Clock clock;

    /**
     * Collaborators.
     *
     * @param consents which records are due
     * @param records what to do with a student's
     * @param transaction makes one student's work one transaction
     * @param failed hears of a student whose records could not be settled; they stay due, for the next run
     * @param clock the time
     */
    public ExpireConsents(
            Consents consents,
            ReevaluateRecords records,
            UnaryOperator<Mono<Void>> transaction,
            BiConsumer<UUID, Throwable> failed,
            Clock clock) {
        this.consents = consents;
        this.records = records;
        this.transaction = transaction;
        this.failed = failed;
        this.clock = clock;
    }

    /** Goes through all records that are due now, page by page; one page is in memory at a time. */
    public Mono<Void> run() {
        Instant now = clock.instant();
        return page(now, Consents.Due.BEGINNING)
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(now, page.getLast()))
                .then();
    }

    /** Settles a page and gives it: where it ends, the next one begins, past what failed. */
    private Mono<List<Consents.Due>> page(Instant now, Consents.Due after) {
        return consents.due(now, after, PAGE)
                .collectList()
                .delayUntil(page -> Flux.fromStream(
                                () -> page.stream().map(Consents.Due::studentId).distinct())
                        .flatMap(student -> settle(student, now), STUDENTS_AT_ONCE));
    }

    private Mono<Void> settle(UUID student, Instant now) {
        return transaction.apply(records.timePassed(student, now)).onErrorResume(error -> {
            failed.accept(student, error);
            return Mono.empty();
        });
    }
}
