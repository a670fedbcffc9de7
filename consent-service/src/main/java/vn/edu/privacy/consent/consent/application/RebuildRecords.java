package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/**
 * Rebuilds what a student's decisions amount to from the ledger alone, and tells where the projection says something else.
 * It writes nothing: which of the two is wrong is for a person to find out.
 *
 * <p>What no entry says is taken from the projection: from which entry on a correction of facts asks anew, and when the row was last written, since facts and notices are measured as of then.
 */
public final class RebuildRecords {
    private final Students students;
    private final Purposes purposes;
    private final Consents consents;
    private final RecordTerms terms;
    private final UnaryOperator<Mono<List<Drift>>> snapshot;

    /**
     * Collaborators.
     *
     * @param students the roster
     * @param purposes the catalogue
     * @param consents ledger and projection
     * @param terms the regime's terms
     * @param snapshot makes one student's reading one transaction that sees one state of the database
     */
    public RebuildRecords(
            Students students,
            Purposes purposes,
            Consents consents,
            RecordTerms terms,
            UnaryOperator<Mono<List<Drift>>> snapshot) {
        this.students = students;
        this.purposes = purposes;
        this.consents = consents;
        this.terms = terms;
        this.snapshot = snapshot;
    }

    /** Where ledger and projection of a student differ; an empty list when nowhere, or when the student is unknown. */
    public Mono<List<Drift>> drifts(UUID studentId) {
        return snapshot.apply(students.facts(studentId)
                .flatMap(facts -> Mono.zip(
                                consents.entries(studentId).collectList(),
                                consents.projected(studentId)
                                        .collectMap(
                                                projected -> projected.record().key()))
                        .flatMap(known -> compare(facts, known.getT1(), known.getT2())))
                .defaultIfEmpty(List.of()));
    }

    private Mono<List<Drift>> compare(
            StudentFacts facts, List<LedgerEntry> entries, Map<RecordKey, ProjectedRecord> projected) {
        Map<RecordKey, List<LedgerEntry>> decided = new HashMap<>();
        entries.forEach(entry ->
                decided.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry));
        Set<RecordKey> keys = new HashSet<>(decided.keySet());
        keys.addAll(projected.keySet());
        return Flux.fromIterable(keys)
                .concatMap(key -> {
                    ProjectedRecord stored = projected.get(key);
                    List<LedgerEntry> own = decided.get(key);
                    return own == null
                            ? Mono.just(new Drift(key, stored, null))
                            : rebuild(facts, own, stored)
                                    .filter(rebuilt -> !rebuilt.equals(stored))
                                    .map(rebuilt -> new Drift(key, stored, rebuilt));
                })
                .collectList();
    }

    private Mono<ProjectedRecord> rebuild(
            StudentFacts facts, List<LedgerEntry> entries, @Nullable ProjectedRecord stored) {
        LedgerEntry newest = entries.getLast();
        Instant written = stored == null || stored.changedAt().isBefore(newest.decidedAt())
                ? newest.decidedAt()
                : stored.changedAt();
        long reconfirmAfter = stored == null ? 0 : stored.record().reconfirmAfter();
        return inForce(newest.key().purpose(), written).map(purpose -> {
            Evaluation amounts = ConsentRules.evaluate(
                    entries.stream().map(LedgerEntry::entry).toList(),
                    facts,
                    terms.of(newest.key(), purpose, reconfirmAfter),
                    written);
            StoredRecord record = new StoredRecord(
                    newest.key(),
                    newest.recordId(),
                    amounts.state(),
                    amounts.answer(),
                    amounts.permitUntil(),
                    newest.seq(),
                    reconfirmAfter);
            return new ProjectedRecord(
                    record,
                    amounts.categories(),
                    amounts.conditionalOn(),
                    amounts.reminderMayHelp(),
                    newest.majorVersion(),
                    written);
        });
    }

    private Mono<PublishedPurpose> inForce(String code, Instant at) {
        return purposes.current(code)
                .expand(version -> version.publishedAt().isAfter(at) && version.version() > 1
                        ? purposes.version(code, version.version() - 1)
                        : Mono.empty())
                .last();
    }

    /**
     * A record of which ledger and projection say different things.
     *
     * @param key which
     * @param stored what the projection says; null when it lacks the record
     * @param rebuilt what the ledger says; null when nobody decided on it
     */
    public record Drift(
            RecordKey key,
            @Nullable ProjectedRecord stored,
            @Nullable ProjectedRecord rebuilt) {}
}
