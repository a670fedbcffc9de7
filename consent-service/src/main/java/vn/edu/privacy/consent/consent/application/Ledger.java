package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * A student's ledger while nobody else can write to it.
 *
 * @param facts what the roster knows of the student
 * @param entries all of it, oldest first
 * @param records what it amounts to
 * @param at when the next entry will have been recorded
 */
record Ledger(StudentFacts facts, List<LedgerEntry> entries, Map<RecordKey, StoredRecord> records, Instant at) {

    /** The record of a purpose at the student's school, for the period of today. */
    RecordKey key(PublishedPurpose purpose) {
        return new RecordKey(
                facts.studentId(),
                facts.schoolId(),
                purpose.code(),
                purpose.periodKind().periodOn(day()));
    }

    LocalDate day() {
        return LocalDate.ofInstant(at, ConsentRules.ZONE);
    }

    List<LedgerEntry> on(RecordKey key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).toList();
    }

    Optional<LedgerEntry> entry(UUID decisionId) {
        return entries.stream()
                .filter(entry -> entry.decisionId().equals(decisionId))
                .findFirst();
    }

    /** The entries that check or correct that one, oldest first. */
    List<LedgerEntry> about(LedgerEntry target) {
        return entries.stream()
                .filter(entry -> entry.particulars().target() != null
                        && entry.particulars().target() == target.seq())
                .toList();
    }
}
