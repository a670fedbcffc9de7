package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.ConsentRules;

/**
 * A past instant, and whose knowledge of it is asked for.
 *
 * @param at what was true then
 * @param knownAt with what was known then, not before {@code at}; with all that is known today when null
 */
public record Moment(Instant at, @Nullable Instant knownAt) {
    /** The day of it, Asia/Ho_Chi_Minh. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ConsentRules.ZONE);
    }

    /** When it was known; empty when today's knowledge counts. */
    public Optional<Instant> known() {
        return Optional.ofNullable(knownAt);
    }

    boolean knows(LedgerEntry entry) {
        return knownAt == null || !entry.decidedAt().isAfter(knownAt);
    }
}
