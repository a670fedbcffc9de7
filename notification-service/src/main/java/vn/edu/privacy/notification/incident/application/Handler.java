package vn.edu.privacy.notification.incident.application;

import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.incident.domain.Facts;

/**
 * Who reads or handles violations.
 *
 * @param id the account
 * @param unit the unit whose violations these are; every unit's when null
 */
public record Handler(String id, @Nullable String unit) {
    /** Whether this one may know of the violation. */
    public boolean sees(Facts facts) {
        return unit == null || unit.equals(facts.unit());
    }
}
