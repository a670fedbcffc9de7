package vn.edu.privacy.consent.consent.application;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The journal of erasures, and what they take away from beside the ledger; every call joins the caller's transaction. */
public interface Erasures {
    /** Whoever had anything erased. */
    Flux<UUID> students();

    /** Those of a student, oldest first. */
    Flux<Erasure> of(UUID studentId);

    /**
     * Notes an erasure for good; one that is noted already stays as it is.
     *
     * @param requiredSides which sides had to decide when each decision was made, {@code seq:STUDENT+GUARDIAN}; empty
     *     unless the birth date goes too
     */
    Mono<Void> note(Erasure erasure, List<String> requiredSides);

    /** Takes away what parties said in words before the erasure. */
    Mono<Void> takeWords(Erasure erasure);

    /** Destroys the keys under which everything personal about these students is sealed. */
    Mono<Void> destroyKeys(List<UUID> students);

    /** Those of the erasures of which this database shows no trace or has something left. */
    Flux<Erasure> undone(List<Erasure> erasures);
}
