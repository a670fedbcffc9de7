package vn.edu.privacy.consent.consent.application;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ActRefused.Reason;
import vn.edu.privacy.consent.consent.application.LedgerWriter.Act;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Students;

/**
 * Has the processing for a purpose restricted, on request or after an objection (Decree 13 art. 9.6, 9.8): what is there
 * may be stored, nothing else, until the one who asked lifts it. Runs in the caller's transaction; errors are
 * {@link ActRefused}.
 */
public final class RestrictProcessing {
    private final Students students;
    private final Purposes purposes;
    private final LedgerWriter ledger;

    /** Collaborators: roster, catalogue and ledger. */
    public RestrictProcessing(Students students, Purposes purposes, LedgerWriter ledger) {
        this.students = students;
        this.purposes = purposes;
        this.ledger = ledger;
    }

    /**
     * Restricts or lifts.
     *
     * @param studentId about whom
     * @param purpose its code
     * @param person who asks, the student or a guardian
     * @param imposed false to lift what that person had asked for
     * @param method {@code RESTRICTION_REQUEST} or {@code OBJECTION}
     * @param requestId the data subject request
     */
    public Mono<Recorded> apply(
            UUID studentId, String purpose, UUID person, boolean imposed, String method, UUID requestId) {
        return students.capacity(person, studentId)
                .switchIfEmpty(ActOnRecords.refuse(Reason.NO_AUTHORITY))
                .zipWith(purposes.current(purpose)
                        .filter(known -> known.basis().needsConsent())
                        .switchIfEmpty(ActOnRecords.refuse(Reason.UNKNOWN_PURPOSE)))
                .flatMap(known -> ledger.act(studentId, known.getT2(), ledgerOf -> {
                    RecordKey key = ledgerOf.key(known.getT2());
                    if (restricts(ledgerOf.on(key), person) == imposed) {
                        throw new ActRefused(imposed ? Reason.ALREADY_RESTRICTED : Reason.NOTHING_TO_LIFT);
                    }
                    return act(key, imposed, person, known.getT1(), method, requestId);
                }));
    }

    private static boolean restricts(List<LedgerEntry> entries, UUID person) {
        return entries.stream()
                .filter(entry -> entry.party().equals(person))
                .filter(entry -> entry.kind() == EntryKind.RESTRICTED || entry.kind() == EntryKind.RESTRICTION_LIFTED)
                .reduce((older, newer) -> newer)
                .filter(newest -> newest.kind() == EntryKind.RESTRICTED)
                .isPresent();
    }

    private static Act act(
            RecordKey key, boolean imposed, UUID person, Capacity capacity, String method, UUID requestId) {
        EntryKind kind = imposed ? EntryKind.RESTRICTED : EntryKind.RESTRICTION_LIFTED;
        return new Act(key, kind, person, capacity, method, requestId, Particulars.NONE);
    }
}
