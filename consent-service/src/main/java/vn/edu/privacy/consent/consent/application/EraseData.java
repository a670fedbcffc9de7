package vn.edu.privacy.consent.consent.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentErasure;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/**
 * Erases for good (Decree 13 art. 16, 20.3; Law 91 art. 14). First the agreements that rested on what is erased count no
 * longer, so that no PERMIT outlives its conditions; then the words go, and for a whole student the key under which
 * everything personal is sealed, here and in every backup. The ledger stays as proof that there was consent (art. 11.10):
 * identifiers only. Runs in the caller's transaction; repeating it changes nothing more.
 */
public final class EraseData {
    private static final String METHOD = "RIGHTS_REQUEST";

    private final Students students;
    private final StudentErasure roster;
    private final Purposes purposes;
    private final Consents consents;
    private final LedgerWriter ledger;
    private final Erasures erasures;
    private final RecordTerms terms;

    /** Collaborators: roster, catalogue, ledger, journal and the regime's terms. */
    public EraseData(
            Students students,
            StudentErasure roster,
            Purposes purposes,
            Consents consents,
            LedgerWriter ledger,
            Erasures erasures,
            RecordTerms terms) {
        this.students = students;
        this.roster = roster;
        this.purposes = purposes;
        this.consents = consents;
        this.ledger = ledger;
        this.erasures = erasures;
        this.terms = terms;
    }

    /** Carries it out. */
    Mono<Void> erase(Erasure erasure) {
        boolean whole = erasure.scope() == Erasure.Scope.STUDENT;
        return endAgreements(erasure)
                .then(whole ? requiredSides(erasure) : Mono.just(List.<String>of()))
                .flatMap(sides -> erasures.note(erasure, sides))
                .then(erasures.takeWords(erasure))
                .then(whole ? forget(erasure) : Mono.empty());
    }

    /** The number is read once more, to refuse old lines that bear it; so the key goes last. */
    private Mono<Void> forget(Erasure erasure) {
        return roster.erase(erasure.studentId(), erasure.erasedAt())
                .then(erasures.destroyKeys(List.of(erasure.studentId())));
    }

    private Mono<Void> endAgreements(Erasure erasure) {
        return consents.records(erasure.studentId())
                .map(StoredRecord::key)
                .filter(key -> erasure.covers(key.purpose()))
                .collectList()
                .flatMapIterable(keys -> keys)
                .concatMap(key -> purposes.current(key.purpose())
                        .flatMap(purpose -> ledger.act(erasure.studentId(), purpose, known -> act(erasure, key))))
                .then();
    }

    private static LedgerWriter.Act act(Erasure erasure, RecordKey key) {
        return new LedgerWriter.Act(
                key, EntryKind.ERASED, erasure.askedBy(), null, METHOD, erasure.requestId(), Particulars.NONE);
    }

    /** Which sides had to decide, decision by decision: the birth date, from which it follows, does not stay. */
    private Mono<List<String>> requiredSides(Erasure erasure) {
        return students.facts(erasure.studentId())
                .flatMap(facts -> consents.entries(erasure.studentId())
                        .filter(LedgerEntry::isDecision)
                        .map(entry -> entry.seq() + ":" + sides(facts, entry))
                        .collectList())
                .defaultIfEmpty(List.of());
    }

    private String sides(StudentFacts facts, LedgerEntry entry) {
        LocalDate day = LocalDate.ofInstant(entry.decidedAt(), ConsentRules.ZONE);
        return terms.requiredSides(facts, day).stream().sorted().map(Side::name).collect(Collectors.joining("+"));
    }
}
