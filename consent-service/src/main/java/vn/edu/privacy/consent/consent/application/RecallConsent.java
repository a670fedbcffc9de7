package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.consent.domain.Terms;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.FactsHistory;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/**
 * What a record amounted to at a past instant, by the ledger and the roster's versions. What was learnt afterwards,
 * corrections and facts told late, may take a PERMIT of the past away, or a part of it; it never brings or widens one,
 * since nobody could have relied on it then.
 */
public final class RecallConsent {
    private final Students students;
    private final FactsHistory history;
    private final Consents consents;
    private final Erasures erasures;
    private final RecordTerms terms;

    /** Collaborators: the roster of today and of the past, ledger, journal of erasures, and the regime's terms. */
    public RecallConsent(
            Students students, FactsHistory history, Consents consents, Erasures erasures, RecordTerms terms) {
        this.students = students;
        this.history = history;
        this.consents = consents;
        this.erasures = erasures;
        this.terms = terms;
    }

    /**
     * The facts about a student: today's, or those known at the moment; empty when the student is or was not known, or was
     * erased: what is left of the past proves consent and answers no question.
     */
    public Mono<StudentFacts> facts(UUID studentId, Moment moment) {
        Mono<StudentFacts> facts = moment.known()
                .map(known -> history.of(studentId)
                        .filter(version -> !version.recordedAt().isAfter(known))
                        .takeLast(1)
                        .next()
                        .map(FactsHistory.Version::facts))
                .orElseGet(() -> students.facts(studentId));
        return facts.filterWhen(found -> erasures.of(studentId)
                .filter(erasure -> erasure.scope() == Erasure.Scope.STUDENT)
                .hasElements()
                .map(erased -> !erased));
    }

    /**
     * Evaluates a record.
     *
     * @param facts as {@link #facts} gives them
     * @param schoolId the controller
     * @param purpose the version in force then
     * @param moment when, and whose knowledge
     */
    public Mono<Recalled> recall(StudentFacts facts, String schoolId, PublishedPurpose purpose, Moment moment) {
        RecordKey key = new RecordKey(
                facts.studentId(),
                schoolId,
                purpose.code(),
                purpose.periodKind().periodOn(moment.day()));
        return consents.entries(facts.studentId())
                .filter(entry -> entry.key().equals(key))
                .collectList()
                .flatMap(entries -> recall(entries, facts, key, purpose, moment));
    }

    private Mono<Recalled> recall(
            List<LedgerEntry> entries, StudentFacts facts, RecordKey key, PublishedPurpose purpose, Moment moment) {
        Instant at = moment.at();
        Optional<UUID> recordId = entries.stream()
                .filter(entry -> !entry.decidedAt().isAfter(at))
                .map(LedgerEntry::recordId)
                .findFirst();
        return Mono.zip(knownThen(facts, at), askedAnewAfter(key, recordId, at)).map(then -> {
            Terms measured = terms.of(key, purpose, then.getT2());
            Moment itself = new Moment(at, at);
            Recalled known = Recalled.of(evaluate(entries, then.getT1(), measured, itself), recordId);
            return Recalled.of(evaluate(entries, facts, measured, moment), recordId)
                    .within(known);
        });
    }

    private static Evaluation evaluate(List<LedgerEntry> entries, StudentFacts facts, Terms terms, Moment moment) {
        return ConsentRules.evaluate(
                entries.stream().filter(moment::knows).map(LedgerEntry::entry).toList(), facts, terms, moment.at());
    }

    /** The facts known at an instant; the oldest kept speak for the time before, and today's where none were kept. */
    private Mono<StudentFacts> knownThen(StudentFacts facts, Instant at) {
        return history.of(facts.studentId())
                .collectList()
                .map(versions -> versions.reversed().stream()
                        .filter(version -> !version.recordedAt().isAfter(at))
                        .findFirst()
                        .or(() -> versions.stream().findFirst())
                        .map(FactsHistory.Version::facts)
                        .orElse(facts));
    }

    private Mono<Long> askedAnewAfter(RecordKey key, Optional<UUID> recordId, Instant at) {
        return Mono.justOrEmpty(recordId)
                .flatMap(record -> consents.askedAnewAfter(key.studentId(), record, at))
                .defaultIfEmpty(0L);
    }
}
