package vn.edu.privacy.consent.consent.application;

import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.CATEGORY_UNKNOWN;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.CONSEQUENCES_NOT_ACKNOWLEDGED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.LIMITS_WITHOUT_CONSENT;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NOTICE_MISSING;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NOTICE_SUPERSEDED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NOTICE_UNKNOWN;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.NO_CONSENT_NEEDED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.PURPOSE_RETIRED;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.PURPOSE_TWICE;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.UNKNOWN_PURPOSE;
import static vn.edu.privacy.consent.consent.application.DecisionRefused.Reason.UNKNOWN_STUDENT;

import java.time.LocalDate;
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
import vn.edu.privacy.consent.roster.Acting;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Students;

/**
 * Records what a student or a guardian decides: one decision per purpose, under the notice served to them, in effect when
 * the transaction commits (Decree 13 art. 11, 12). Runs in the caller's transaction.
 */
public final class RecordDecisions {
    private final Students students;
    private final Purposes purposes;
    private final ServedNotices notices;
    private final EntryTexts texts;
    private final LedgerWriter ledger;

    /** Collaborators: roster, catalogue, proofs of notice, parties' own words, and the ledger. */
    public RecordDecisions(
            Students students, Purposes purposes, ServedNotices notices, EntryTexts texts, LedgerWriter ledger) {
        this.students = students;
        this.purposes = purposes;
        this.notices = notices;
        this.texts = texts;
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
        return acting(order)
                .switchIfEmpty(refuse(UNKNOWN_STUDENT, null))
                .flatMap(acting -> Flux.fromIterable(order.items())
                        .concatMap(item -> wanted(order, item))
                        .collectList()
                        .flatMap(wanted -> ledger.append(order.studentId(), acting, wanted)));
    }

    /** A pupil without a login of its own is named by the student's id, by whoever enters what it answered. */
    private Mono<Acting> acting(DecisionOrder order) {
        return order.desk().isPresent() && order.person().equals(order.studentId())
                ? students.facts(order.studentId())
                        .filter(facts -> facts.personId() == null)
                        .map(facts -> new Acting(order.person(), order.person(), Capacity.SELF, null))
                : students.acting(order.person(), order.studentId());
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
        return Mono.just(LedgerWriter.Wanted.withdrawal(
                purpose, order.method(), Optional.empty(), particulars(order, null, null)));
    }

    private Mono<LedgerWriter.Wanted> answer(DecisionOrder order, DecisionOrder.Item item, PublishedPurpose purpose) {
        List<String> categories = item.categories().isEmpty() ? purpose.dataCategories() : item.categories();
        if (!purpose.dataCategories().containsAll(categories)) {
            return refuse(CATEGORY_UNKNOWN, purpose.code());
        }
        if (item.kind() != DecisionKind.GIVEN && (item.conditions() != null || item.lastDay() != null)) {
            return refuse(LIMITS_WITHOUT_CONSENT, purpose.code());
        }
        Optional<EntryTexts.Salted> conditions =
                Optional.ofNullable(item.conditions()).map(texts::salt);
        String digest = conditions.map(EntryTexts.Salted::digest).orElse(null);
        return notice(order, item, purpose)
                .map(notice -> new LedgerWriter.Wanted(
                        purpose,
                        notice.map(ServedNotice::version).orElse(purpose.version()),
                        item.kind(),
                        categories,
                        order.method(),
                        notice,
                        Optional.empty(),
                        particulars(order, item.lastDay(), digest),
                        conditions));
    }

    /** The notice shown before; none where an officer declares that the evidence itself shows it (R-REG-02). */
    private Mono<Optional<ServedNotice>> notice(
            DecisionOrder order, DecisionOrder.Item item, PublishedPurpose purpose) {
        if (item.noticeId() == null) {
            boolean onEvidence =
                    order.desk().map(DecisionOrder.Desk::noticeOnEvidence).orElse(false);
            return onEvidence ? Mono.just(Optional.empty()) : refuse(NOTICE_MISSING, purpose.code());
        }
        return notices.find(item.noticeId())
                .filter(notice -> isFor(notice, order, purpose))
                .switchIfEmpty(refuse(NOTICE_UNKNOWN, purpose.code()))
                .flatMap(notice -> superseded(notice, order, purpose)
                        ? refuse(NOTICE_SUPERSEDED, purpose.code())
                        : Mono.just(Optional.of(notice)));
    }

    /** On paper, a correction of the wording since the signature asks nobody to sign anew; a MAJOR version does. */
    private static boolean superseded(ServedNotice notice, DecisionOrder order, PublishedPurpose purpose) {
        return order.desk().isPresent()
                ? notice.version() < purpose.lastMajorVersion()
                : notice.version() != purpose.version();
    }

    private static Particulars particulars(
            DecisionOrder order, @Nullable LocalDate lastDay, @Nullable String conditions) {
        DecisionOrder.@Nullable Desk desk = order.desk().orElse(null);
        return desk == null
                ? new Particulars(null, null, null, null, lastDay, conditions)
                : new Particulars(null, desk.enteredBy(), desk.expressedOn(), desk.reference(), lastDay, conditions);
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
