package vn.edu.privacy.consent.consent.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ActRefused.Reason;
import vn.edu.privacy.consent.consent.application.LedgerWriter.Act;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.purpose.Purposes;

/**
 * What officers do about decisions and records: check what another one entered, put right what was entered wrongly, take
 * in what guardians settled on, and carry out an authority's order. Each is a further entry of the ledger. Runs in the
 * caller's transaction; errors are {@link ActRefused}.
 */
public final class ActOnRecords {
    private static final String METHOD = "OFFICER";

    private final Consents consents;
    private final Purposes purposes;
    private final LedgerWriter ledger;

    /** Collaborators: ledger and catalogue. */
    public ActOnRecords(Consents consents, Purposes purposes, LedgerWriter ledger) {
        this.consents = consents;
        this.purposes = purposes;
        this.ledger = ledger;
    }

    /**
     * A second person compared an entry with its evidence.
     *
     * @param studentId about whom
     * @param decisionId the entry
     * @param by the second person
     * @param confirmed whether the evidence says the same
     * @param reference where the check is documented
     */
    public Mono<Recorded> check(UUID studentId, UUID decisionId, UUID by, boolean confirmed, String reference) {
        EntryKind kind = confirmed ? EntryKind.CHECK_CONFIRMED : EntryKind.CHECK_REJECTED;
        return about(studentId, decisionId, (known, target) -> {
            enteredBySomebodyElse(target, by);
            if (known.about(target).stream().anyMatch(entry -> isCheck(entry.kind()))) {
                throw new ActRefused(Reason.ALREADY_CHECKED);
            }
            return act(target.key(), kind, by, Particulars.about(target.seq(), reference));
        });
    }

    /**
     * Puts right what an officer entered wrongly, for the past too. Only somebody's own decision can bring a PERMIT; a
     * correction never does.
     *
     * @param studentId about whom
     * @param decisionId the wrong entry
     * @param readAs what a decision has to be read as; left out altogether when absent
     * @param by the officer, who is not the one who entered it
     * @param reference where it is documented
     */
    public Mono<Recorded> correct(
            UUID studentId, UUID decisionId, @Nullable DecisionKind readAs, UUID by, String reference) {
        return about(studentId, decisionId, (known, target) -> {
            enteredBySomebodyElse(target, by);
            EntryKind kind = EntryKind.readingAs(readAs);
            EntryKind now = known.about(target).stream()
                    .map(LedgerEntry::kind)
                    .filter(earlier -> !isCheck(earlier))
                    .reduce((older, newer) -> newer)
                    .orElse(
                            target.isDecision()
                                    ? EntryKind.readingAs(
                                            target.kind().decision().orElseThrow())
                                    : target.kind());
            if (now == kind || (readAs != null && !target.isDecision())) {
                throw new ActRefused(Reason.NOTHING_TO_CORRECT);
            }
            return act(target.key(), kind, by, Particulars.about(target.seq(), reference));
        });
    }

    /**
     * Takes in a document on what guardians who disagree have settled on; counts once it is checked.
     *
     * @param granted whether their side agrees
     */
    public Mono<Recorded> settle(UUID studentId, String purpose, boolean granted, UUID by, String reference) {
        EntryKind kind = granted ? EntryKind.SETTLED_GIVEN : EntryKind.SETTLED_REFUSED;
        return on(studentId, purpose, (known, key) -> {
            if (!in(known, key, ConsentState.CONFLICT)) {
                throw new ActRefused(Reason.NOTHING_TO_SETTLE);
            }
            return act(key, kind, by, new Particulars(null, by, null, reference, null, null));
        });
    }

    /** A competent authority ended the processing in writing (Decree 13 art. 11.9); takes effect at once. */
    public Mono<Recorded> end(UUID studentId, String purpose, UUID by, String reference) {
        return on(studentId, purpose, (known, key) -> {
            if (in(known, key, ConsentState.ENDED)) {
                throw new ActRefused(Reason.ALREADY_ENDED);
            }
            return act(key, EntryKind.ENDED_BY_ORDER, by, new Particulars(null, by, null, reference, null, null));
        });
    }

    private Mono<Recorded> about(UUID studentId, UUID decisionId, TargetChoice choice) {
        return consents.entry(decisionId)
                .filter(entry -> entry.key().studentId().equals(studentId))
                .flatMap(entry -> purposes.current(entry.key().purpose()))
                .switchIfEmpty(refuse(Reason.UNKNOWN_ENTRY))
                .flatMap(purpose -> ledger.act(
                        studentId,
                        purpose,
                        known -> choice.of(known, known.entry(decisionId).orElseThrow())));
    }

    private Mono<Recorded> on(UUID studentId, String code, RecordChoice choice) {
        return purposes.current(code)
                .filter(purpose -> purpose.basis().needsConsent())
                .switchIfEmpty(refuse(Reason.UNKNOWN_PURPOSE))
                .flatMap(purpose -> ledger.act(studentId, purpose, known -> choice.of(known, known.key(purpose))))
                .switchIfEmpty(refuse(Reason.UNKNOWN_ENTRY));
    }

    private static void enteredBySomebodyElse(LedgerEntry target, UUID by) {
        UUID enteredBy = target.particulars().enteredBy();
        if (enteredBy == null) {
            throw new ActRefused(Reason.NOT_ENTERED_FOR_OTHERS);
        }
        if (enteredBy.equals(by)) {
            throw new ActRefused(Reason.SECOND_PERSON_NEEDED);
        }
    }

    private static boolean in(Ledger known, RecordKey key, ConsentState state) {
        StoredRecord record = known.records().get(key);
        return record != null && record.state() == state;
    }

    private static boolean isCheck(EntryKind kind) {
        return kind == EntryKind.CHECK_CONFIRMED || kind == EntryKind.CHECK_REJECTED;
    }

    private static Act act(RecordKey key, EntryKind kind, UUID by, Particulars particulars) {
        return new Act(key, kind, by, null, METHOD, null, particulars);
    }

    static <T> Mono<T> refuse(Reason reason) {
        return Mono.error(() -> new ActRefused(reason));
    }

    private interface TargetChoice {
        Act of(Ledger known, LedgerEntry target);
    }

    private interface RecordChoice {
        Act of(Ledger known, RecordKey key);
    }
}
