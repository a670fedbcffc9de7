package vn.edu.privacy.notification.incident.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.Step;
import vn.edu.privacy.notification.incident.domain.StepDone;

/**
 * A violation as kept.
 *
 * @param incident the violation in its state
 * @param version grows with each change
 * @param steps what was done besides telling the authority, oldest first
 */
public record StoredIncident(Incident incident, long version, List<StepDone> steps) {
    public StoredIncident {
        steps = List.copyOf(steps);
    }

    /** When a step was taken; empty before. */
    public Optional<Instant> takenAt(Step step) {
        return steps.stream()
                .filter(done -> done.step() == step)
                .map(StepDone::at)
                .findFirst();
    }
}
