package vn.edu.privacy.consent.roster;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** Where the synchronisation with the sector database arrives. */
@RestController
class RosterController {
    static final ProblemType DUPLICATE_STUDENT = new ProblemType("duplicate-student", 422);
    static final ProblemType ROSTER_FROM_THE_FUTURE = new ProblemType("roster-from-the-future", 422);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final SynchroniseRoster synchronise;
    private final Clock clock;

    RosterController(SynchroniseRoster synchronise, Clock clock) {
        this.synchronise = synchronise;
        this.clock = clock;
    }

    @PutMapping("/v1/roster/schools/{schoolId}/students")
    Mono<RosterResult> synchronise(@PathVariable String schoolId, @Valid @RequestBody RosterBatch batch) {
        if (!schoolId.matches("[a-z0-9-]{2,40}")) {
            return Mono.error(
                    ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("schoolId"));
        }
        // a later, true state would be taken for an old one
        if (batch.asOf().isAfter(clock.instant().plus(CLOCK_SKEW))) {
            return Mono.error(ProblemException.of(ROSTER_FROM_THE_FUTURE).field("asOf"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < batch.students().size(); i++) {
            if (!seen.add(batch.students().get(i).sectorId())) {
                return Mono.error(ProblemException.of(DUPLICATE_STUDENT).field("students[" + i + "].sectorId"));
            }
        }
        return synchronise.synchronise(schoolId, batch);
    }
}
