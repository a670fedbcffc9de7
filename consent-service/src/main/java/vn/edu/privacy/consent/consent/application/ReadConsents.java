package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.consent.domain.Entry;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.consent.domain.Terms;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/** What stands for a student, purpose by purpose, as the rules see it at this instant. Who may see it, the caller decides. */
public final class ReadConsents {
    private final Students students;
    private final Purposes purposes;
    private final Consents consents;
    private final RecordTerms terms;
    private final Clock clock;

    /** Collaborators: roster, catalogue, ledger, the regime's terms and time. */
    public ReadConsents(Students students, Purposes purposes, Consents consents, RecordTerms terms, Clock clock) {
        this.students = students;
        this.purposes = purposes;
        this.consents = consents;
        this.terms = terms;
        this.clock = clock;
    }

    /** Every purpose in force, by code; empty when the student is unknown. */
    public Mono<List<PurposeConsent>> of(UUID studentId) {
        return students.facts(studentId)
                .flatMap(facts -> Mono.zip(
                                purposes.allCurrent().collectList(),
                                consents.entries(studentId).collectList(),
                                consents.records(studentId).collectMap(StoredRecord::key))
                        .map(known -> known.getT1().stream()
                                .map(purpose -> consent(facts, purpose, known.getT2(), known.getT3()))
                                .toList()));
    }

    /** One purpose in force; empty when the student or the purpose is unknown. */
    public Mono<PurposeConsent> of(UUID studentId, String purpose) {
        return of(studentId)
                .flatMapMany(Flux::fromIterable)
                .filter(consent -> consent.purpose().code().equals(purpose))
                .next();
    }

    private PurposeConsent consent(
            StudentFacts facts,
            PublishedPurpose purpose,
            List<LedgerEntry> entries,
            Map<RecordKey, StoredRecord> records) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ConsentRules.ZONE);
        RecordKey key = new RecordKey(
                facts.studentId(),
                facts.schoolId(),
                purpose.code(),
                purpose.periodKind().periodOn(day));
        if (!purpose.basis().needsConsent()) {
            return new PurposeConsent(purpose, key.period(), Optional.empty(), Optional.empty(), List.of(), Map.of());
        }
        Optional<StoredRecord> stored = Optional.ofNullable(records.get(key));
        Terms measured =
                terms.of(key, purpose, stored.map(StoredRecord::reconfirmAfter).orElse(0L));
        List<LedgerEntry> own =
                entries.stream().filter(entry -> entry.key().equals(key)).toList();
        Evaluation evaluation =
                ConsentRules.evaluate(own.stream().map(LedgerEntry::entry).toList(), facts, measured, now);
        return new PurposeConsent(
                purpose,
                key.period(),
                stored.map(StoredRecord::recordId),
                Optional.of(evaluation),
                latestByParty(own),
                corrections(own));
    }

    /** The newest correction of each entry that has one, by the seq of what it corrects. */
    private static Map<Long, UUID> corrections(List<LedgerEntry> entries) {
        Map<Long, UUID> corrections = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.entry() instanceof Entry.Correction)
                .forEach(entry -> corrections.put(
                        Objects.requireNonNull(entry.particulars().target()), entry.decisionId()));
        return Map.copyOf(corrections);
    }

    /** Decisions that were left out are not shown, and corrected ones as they have to be read. */
    private static List<LedgerEntry> latestByParty(List<LedgerEntry> entries) {
        Map<Long, DecisionKind> standing =
                ConsentRules.standing(entries.stream().map(LedgerEntry::entry).toList());
        Map<UUID, LedgerEntry> latest = new TreeMap<>();
        entries.stream()
                .filter(entry -> standing.containsKey(entry.seq()))
                .forEach(entry ->
                        latest.put(entry.party(), entry.readAs(Objects.requireNonNull(standing.get(entry.seq())))));
        return latest.values().stream()
                .sorted(Comparator.comparingLong(LedgerEntry::seq))
                .toList();
    }

    /**
     * One purpose for one student.
     *
     * @param purpose the version in force
     * @param period the record's period
     * @param recordId the record, once anybody has decided
     * @param evaluation what it amounts to; absent for purposes that need no consent
     * @param decisions each party's latest decision, oldest first, as it has to be read
     * @param corrections which entry put right another one, by the seq of the other
     */
    public record PurposeConsent(
            PublishedPurpose purpose,
            String period,
            Optional<UUID> recordId,
            Optional<Evaluation> evaluation,
            List<LedgerEntry> decisions,
            Map<Long, UUID> corrections) {

        /** The entry that says how a decision has to be read; empty when it is read as it was made. */
        public Optional<UUID> correctedBy(LedgerEntry decision) {
            return Optional.ofNullable(corrections.get(decision.seq()));
        }
    }
}
