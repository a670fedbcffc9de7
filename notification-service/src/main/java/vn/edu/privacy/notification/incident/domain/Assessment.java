package vn.edu.privacy.notification.incident.domain;

import java.time.Instant;
import java.util.Set;

/**
 * What an officer thinks that a violation may lead to.
 *
 * @param harm what it may harm; nothing when empty
 * @param at when
 * @param by the account
 */
public record Assessment(Set<Harm> harm, Instant at, String by) {
    public Assessment {
        harm = Set.copyOf(harm);
    }
}
