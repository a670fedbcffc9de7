package vn.edu.privacy.consent.roster;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who must know that a known student's facts changed; called inside the transaction of the change. */
public interface RosterChanges {
    /**
     * Birth date, guardians, enrolment or login changed. Not called for a student who is new.
     *
     * @param studentId whose
     * @param at when the change was recorded
     */
    Mono<Void> studentChanged(UUID studentId, Instant at);
}
