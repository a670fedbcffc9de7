package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.Set;

/**
 * The whole row of the projection that checks read.
 *
 * @param record what it is about and what it amounts to
 * @param categories granted; empty unless PERMIT
 * @param reminderMayHelp whether asking the family again may bring a PERMIT
 * @param majorVersion the newest MAJOR version at the newest decision
 * @param changedAt when it was last written
 */
public record ProjectedRecord(
        StoredRecord record, Set<String> categories, boolean reminderMayHelp, int majorVersion, Instant changedAt) {
    public ProjectedRecord {
        categories = Set.copyOf(categories);
    }
}
