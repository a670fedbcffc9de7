package vn.edu.privacy.consent.roster;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The students of the roster, read from the primary; joins the caller's transaction. */
public interface Students {
    /** The facts; empty when unknown. */
    Mono<StudentFacts> facts(UUID studentId);

    /** The facts of many, in no particular order; without those that are unknown. */
    Flux<StudentFacts> factsOf(Collection<UUID> studentIds);

    /**
     * The students for whom a person may act today: the person's own self, children whose relation is in force and who are
     * not of age, and those for whom it represents somebody who may. By class.
     */
    Flux<StudentFacts> ofPerson(UUID personId);

    /**
     * In which capacity a person, or whom it represents, may act for a student today; empty when the person may not, or
     * either is unknown. An adult student's former guardians may not (R-CH-24).
     */
    Mono<Capacity> capacity(UUID personId, UUID studentId);

    /**
     * As whom a person acts for a student today: as itself, or by a representation that a second person has checked, whose
     * party may itself act today (Decree 13 art. 11.11). Empty when the person may not, or either is unknown. A minor
     * cannot be represented by authorisation; its guardians can.
     */
    Mono<Acting> acting(UUID personId, UUID studentId);

    /** Names by student id; students that are unknown or erased are absent. */
    Mono<Map<UUID, StudentName>> names(Collection<UUID> studentIds);
}
