package vn.edu.privacy.consent.unit;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it stands on a day.
 *
 * @param unit itself
 * @param parent the unit above; absent for the Department, and for what nobody has placed
 * @param head who answers for it; absent is a finding
 * @param unassigned how many tasks of purposes in force nobody has; of schools
 */
record PlacedUnit(
        Unit unit, @Nullable String parent, @Nullable HeadTerm head, long unassigned) {
    /** Whether it hangs in the tree. */
    boolean isPlaced() {
        return parent != null || unit.level() == Unit.Level.DEPARTMENT;
    }
}
