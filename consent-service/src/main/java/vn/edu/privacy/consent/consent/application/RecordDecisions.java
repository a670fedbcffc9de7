package vn.edu.privacy.consent.consent.application;

import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.CATEGORY_UNKNOWN;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.CONSEQUENCES_NOT_ACKNOWLEDGED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NOTICE_MISSING;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NOTICE_SUPERSEDED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NOTICE_UNKNOWN;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NO_CONSENT_NEEDED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.PURPOSE_RETIRED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.PURPOSE_TWICE;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.UNKNOWN_PURPOSE;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.UNKNOWN_STUDENT;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.consent.roster.Students;

/**
 * Records what a student or a guardian decides: one decision per purpose, under the notice served to them, in effect when
 * the transaction commits (Decree 13 art. 11, 12). Runs in the caller's transaction.
 */
public final class RecordDecisions {
    private final Students students;
    private final Purposes purposes;
    private final ServedNotices notices;
    private final LedgerWriter ledger;

    /** Collaborators: roster, catalogue, proofs of notice, and the ledger. */
    public RecordDecisions(Students students, Purposes purposes, ServedNotices notices, LedgerWriter ledger) {
        this.students = students;
        this.purposes = purposes;
        this.notices = notices;
        this.ledger = ledger;
    }

    /**
     * Records all decisions of the order, in its order.
     *
     * @throws DecisionRefused (as an error signal) when the rules say no to any of them; then none is recorded
     */
    public Mono<List<Recorded>> record(DecisionOrder order) {
        Set<String> named = new HashSet<>();
        for (DecisionOrder.Item item : order.items()) {
            if (!named.add(item.purpose())) {
                return refuse(PURPOSE_TWICE, item.purpose());
            }
        }
        return students.capacity(order.person(), order.studentId())
                .switchIfEmpty(refuse(UNKNOWN_STUDENT, null))
                .flatMap(capacity -> Flux.fromIterable(order.items())
                        .concatMap(item -> wanted(order, item))
                        .collectList()
                        .flatMap(wanted -> ledger.append(order.studentId(), order.person(), capacity, wanted)));
    }

    private Mono<LedgerWriter.Wanted> wanted(DecisionOrder order, DecisionOrder.Item item) {
        return purposes.current(item.purpose())
                .switchIfEmpty(refuse(UNKNOWN_PURPOSE, item.purpose()))
                .flatMap(purpose -> {
                    if (!purpose.active()) {
                        return refuse(PURPOSE_RETIRED, purpose.code());
                    }
                    if (!purpose.basis().needsConsent()) {
                        return refuse(NO_CONSENT_NEEDED, purpose.code());
                    }
                    return item.kind() == DecisionKind.WITHDRAWN
                            ? withdrawal(order, item, purpose)
                            : answer(order, item, purpose);
                });
    }

    private static Mono<LedgerWriter.Wanted> withdrawal(
            DecisionOrder order, DecisionOrder.Item item, PublishedPurpose purpose) {
        if (!item.consequencesAcknowledged()) {
            return refuse(CONSEQUENCES_NOT_ACKNOWLEDGED, purpose.code());
        }
        return Mono.just(new LedgerWriter.Wanted(
                purpose, item.kind(), purpose.dataCategories(), order.method(), Optional.empty(), Optional.empty()));
    }

    private Mono<LedgerWriter.Wanted> answer(DecisionOrder order, DecisionOrder.Item item, PublishedPurpose purpose) {
        List<String> categories = item.categories().isEmpty() ? purpose.dataCategories() : item.categories();
        if (!purpose.dataCategories().containsAll(categories)) {
            return refuse(CATEGORY_UNKNOWN, purpose.code());
        }
        if (item.noticeId() == null) {
            return refuse(NOTICE_MISSING, purpose.code());
        }
        return notices.find(item.noticeId())
                .filter(notice -> isFor(notice, order, purpose))
                .switchIfEmpty(refuse(NOTICE_UNKNOWN, purpose.code()))
                .flatMap(notice -> notice.version() == purpose.version()
                        ? Mono.just(new LedgerWriter.Wanted(
                                purpose,
                                item.kind(),
                                categories,
                                order.method(),
                                Optional.of(notice),
                                Optional.empty()))
                        : refuse(NOTICE_SUPERSEDED, purpose.code()));
    }

    private static boolean isFor(ServedNotice notice, DecisionOrder order, PublishedPurpose purpose) {
        return notice.personId().equals(order.person())
                && notice.studentId().equals(order.studentId())
                && notice.purpose().equals(purpose.code());
    }

    static <T> Mono<T> refuse(DecisionRefused.Reason reason, @Nullable String purpose) {
        return Mono.error(() -> new DecisionRefused(reason, purpose));
    }
}
