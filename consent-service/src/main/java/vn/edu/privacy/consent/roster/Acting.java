package vn.edu.privacy.consent.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As whom a person acts for a student.
 *
 * @param person who acts
 * @param party whose will it is: the person, or whom the person represents
 * @param capacity the party's
 * @param mandate by what the person represents the party; null for the party itself
 */
public record Acting(
        UUID person,
        UUID party,
        Capacity capacity,
        @Nullable Mandate mandate) {

    /** Somebody who acts for themselves, by the roster. */
    static Acting self(UUID person, Capacity capacity) {
        return new Acting(person, person, capacity, null);
    }

    /** Whether the person may make requests of that kind. */
    public boolean mayAsk(String requestType) {
        return mandate == null || mandate.isFor(requestType);
    }

    /** Whether the person may give and refuse consent. */
    public boolean mayDecide() {
        return mandate == null || mandate.decides();
    }

    /** Whether the person may act about that purpose. */
    public boolean covers(String purpose) {
        return mandate == null || mandate.covers(purpose);
    }
}
