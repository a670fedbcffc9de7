package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ActRefused.Reason;
import vn.edu.privacy.consent.consent.application.LedgerWriter.Act;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Acting;
import vn.edu.privacy.consent.roster.Students;

/**
 * Has the processing for a purpose restricted, on request or after an objection (Decree 13 art. 9.6, 9.8): what is there
 * may be stored, nothing else, until the one who asked lifts it. Runs in the caller's transaction; errors are
 * {@link ActRefused}.
 */
public final class RestrictProcessing {
    private static final String OBJECTION = "OBJECTION";

    private final Students students;
    private final Purposes purposes;
    private final Consents consents;
    private final LedgerWriter ledger;

    /** Collaborators: roster, catalogue and ledger. */
    public RestrictProcessing(Students students, Purposes purposes, Consents consents, LedgerWriter ledger) {
        this.students = students;
        this.purposes = purposes;
        this.consents = consents;
        this.ledger = ledger;
    }

    /**
     * Restricts or lifts. What a request has done already is not done again, but told again.
     *
     * @param studentId about whom
     * @param purpose its code
     * @param person who asks: the student, a guardian, or who represents either; the restriction is the party's
     * @param imposed false to lift what that person had asked for
     * @param method {@code RESTRICTION_REQUEST} or {@code OBJECTION}
     * @param requestId the data subject request
     * @param confirmedAt when the person confirmed it; what the person had restricted after that stays so
     */
    public Mono<LedgerEntry> apply(
            UUID studentId,
            String purpose,
            UUID person,
            boolean imposed,
            String method,
            UUID requestId,
            Instant confirmedAt) {
        return students.acting(person, studentId)
                .filter(acting ->
                        acting.covers(purpose) && acting.mayAsk(method.equals(OBJECTION) ? "OBJECT" : "RESTRICT"))
                .switchIfEmpty(ActOnRecords.refuse(Reason.NO_AUTHORITY))
                .zipWith(purposes.current(purpose)
                        .switchIfEmpty(ActOnRecords.refuse(Reason.UNKNOWN_PURPOSE))
                        .filter(known -> known.basis().needsConsent())
                        .switchIfEmpty(ActOnRecords.refuse(Reason.PROCESSED_UNDER_LAW)))
                .flatMap(known -> {
                    UUID party = known.getT1().party();
                    return done(studentId, purpose, party, imposed, requestId)
                            .switchIfEmpty(ledger.act(studentId, known.getT2(), ledgerOf -> {
                                        RecordKey key = ledgerOf.key(known.getT2());
                                        check(newest(ledgerOf.on(key), party), imposed, confirmedAt);
                                        return act(key, imposed, known.getT1(), method, requestId);
                                    })
                                    .map(Recorded::entry));
                });
    }

    private Mono<LedgerEntry> done(UUID studentId, String purpose, UUID person, boolean imposed, UUID requestId) {
        return consents.lock(studentId)
                .thenMany(consents.entries(studentId))
                .filter(entry -> entry.kind() == kind(imposed)
                        && requestId.equals(entry.requestId())
                        && entry.party().equals(person)
                        && entry.key().purpose().equals(purpose))
                .next();
    }

    /** A late word that lifts must not lift what was restricted after it; a late word that restricts only protects. */
    private static void check(@Nullable LedgerEntry newest, boolean imposed, Instant confirmedAt) {
        boolean restricted = newest != null && newest.kind() == EntryKind.RESTRICTED;
        if (restricted == imposed) {
            throw new ActRefused(imposed ? Reason.ALREADY_RESTRICTED : Reason.NOTHING_TO_LIFT);
        }
        if (!imposed && newest != null && newest.decidedAt().isAfter(confirmedAt)) {
            throw new ActRefused(Reason.NEWER_RESTRICTION);
        }
    }

    private static @Nullable LedgerEntry newest(List<LedgerEntry> entries, UUID person) {
        return entries.stream()
                .filter(entry -> entry.party().equals(person))
                .filter(entry -> entry.kind() == EntryKind.RESTRICTED || entry.kind() == EntryKind.RESTRICTION_LIFTED)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private static EntryKind kind(boolean imposed) {
        return imposed ? EntryKind.RESTRICTED : EntryKind.RESTRICTION_LIFTED;
    }

    private static Act act(RecordKey key, boolean imposed, Acting acting, String method, UUID requestId) {
        return new Act(key, kind(imposed), acting.party(), acting.capacity(), method, requestId, Particulars.NONE);
    }
}
