package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * By what a representative acts for a party (Decree 13 art. 11.11).
 *
 * @param id the representation
 * @param purposes codes of the purposes that it is for; every one when empty
 * @param until first day on which it is no longer in force, Asia/Ho_Chi_Minh
 */
public record Mandate(UUID id, Set<String> purposes, LocalDate until) {
    public Mandate {
        purposes = Set.copyOf(purposes);
    }

    /** Whether it is for that purpose. */
    public boolean covers(String purpose) {
        return purposes.isEmpty() || purposes.contains(purpose);
    }
}
