package vn.edu.privacy.notification.incident.application;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.incident.domain.BreachLaw;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentClock;
import vn.edu.privacy.notification.incident.domain.Step;

/**
 * A violation with all that belongs to it.
 *
 * @param stored the violation
 * @param law the rules that it is handled by
 * @param clocks its deadlines, the nearest first
 * @param outstanding steps that are still to be taken before it is closed
 * @param reach how far the people concerned were told; null while nobody said whose data it is
 */
public record IncidentDetails(
        StoredIncident stored,
        BreachLaw law,
        List<IncidentClock> clocks,
        Set<Step> outstanding,
        @Nullable Reach reach) {
    public IncidentDetails {
        clocks = List.copyOf(clocks);
        outstanding = Set.copyOf(outstanding);
    }

    /** The violation. */
    public Incident incident() {
        return stored.incident();
    }

    /** What is known of it. */
    public Facts facts() {
        return stored.incident().facts();
    }
}
