package vn.edu.privacy.consent.paper.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.domain.ConsentRules;

/**
 * What a party has decided since it signed a paper. The ledger's newest entry stands, and a paper is often entered late:
 * one that was overtaken must not bring back what its signer has taken back meanwhile.
 */
final class NewerDecisions {
    private final Consents consents;

    NewerDecisions(Consents consents) {
        this.consents = consents;
    }

    /**
     * Whether a decision of that party on that purpose stands that was made on that day or later, or is that very paper.
     * Nobody else can write to the student's ledger until the transaction ends.
     */
    Mono<Boolean> stand(UUID studentId, UUID party, String purpose, LocalDate signedOn) {
        return consents.lock(studentId)
                .thenMany(consents.entries(studentId))
                .filter(entry -> entry.key().purpose().equals(purpose))
                .collectList()
                .map(entries -> stand(entries, party, signedOn));
    }

    private static boolean stand(List<LedgerEntry> entries, UUID party, LocalDate signedOn) {
        Set<Long> standing = ConsentRules.standing(
                        entries.stream().map(LedgerEntry::entry).toList())
                .keySet();
        return entries.stream()
                .filter(entry -> entry.isDecision() && entry.party().equals(party))
                .filter(entry -> standing.contains(entry.seq()))
                .anyMatch(entry -> !madeOn(entry).isBefore(signedOn));
    }

    private static LocalDate madeOn(LedgerEntry entry) {
        LocalDate expressed = entry.particulars().expressedOn();
        return expressed == null ? LocalDate.ofInstant(entry.decidedAt(), ConsentRules.ZONE) : expressed;
    }
}
