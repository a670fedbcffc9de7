package vn.edu.privacy.consent.roster;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Takes what identifies a student out of the roster; joins the caller's transaction. */
public interface StudentErasure {
    /** Puts this transaction in line behind synchronisations of the student; nothing happens when unknown. */
    Mono<Void> lock(UUID studentId);

    /**
     * Takes away the number, the birth date, the login and the class, as they are and as they were known before, ends enrolments and relations, and from then on
     * refuses lines of the sector database that bear the number and an enrolment that began up to that day. What stays is
     * what the proof of consent needs: who was whose guardian when, at which school. The name and the sealed number go
     * with the key, which the caller destroys afterwards. Repeating it changes nothing; nor does it when unknown.
     *
     * @param at when it was first erased
     */
    Mono<Void> erase(UUID studentId, Instant at);
}
