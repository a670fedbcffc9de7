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
     * The students for whom a person may act today: the person's own self, and children whose relation is in force and
     * who are not of age. By class.
     */
    Flux<StudentFacts> ofPerson(UUID personId);

    /**
     * In which capacity a person may act for a student today; empty when the person may not, or either is unknown. An
     * adult student's former guardians may not (R-CH-24).
     */
    Mono<Capacity> capacity(UUID personId, UUID studentId);

    /** Names by student id; students that are unknown or erased are absent. */
    Mono<Map<UUID, StudentName>> names(Collection<UUID> studentIds);
}
