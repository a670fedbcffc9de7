package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The whole row of the projection that checks read.
 *
 * @param record what it is about and what it amounts to
 * @param categories granted; empty unless PERMIT
 * @param conditionalOn decisions with conditions in words that a PERMIT rests on
 * @param reminderMayHelp whether asking the family again may bring a PERMIT
 * @param majorVersion the newest MAJOR version at the newest decision
 * @param changedAt when it was last written
 */
public record ProjectedRecord(
        StoredRecord record,
        Set<String> categories,
        Set<UUID> conditionalOn,
        boolean reminderMayHelp,
        int majorVersion,
        Instant changedAt) {
    public ProjectedRecord {
        conditionalOn = Set.copyOf(conditionalOn);
        categories = Set.copyOf(categories);
    }
}
