package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * By what a representative acts for a party (Decree 13 art. 11.11).
 *
 * @param id the representation
 * @param purposes codes of the purposes that it is for; every one when empty
 * @param requestTypes kinds of requests about data that it is for, and nothing else then; everything when empty
 * @param until first day on which it is no longer in force, Asia/Ho_Chi_Minh
 */
public record Mandate(UUID id, Set<String> purposes, Set<String> requestTypes, LocalDate until) {
    public Mandate {
        purposes = Set.copyOf(purposes);
        requestTypes = Set.copyOf(requestTypes);
    }

    /** Whether requests of that kind may be made by it. */
    public boolean isFor(String requestType) {
        return requestTypes.isEmpty() || requestTypes.contains(requestType);
    }

    /** Whether consent may be given and refused by it: not where it is for some kinds of requests (Civil Code art. 141). */
    public boolean decides() {
        return requestTypes.isEmpty();
    }

    /** Whether it is for that purpose. */
    public boolean covers(String purpose) {
        return purposes.isEmpty() || purposes.contains(purpose);
    }
}
