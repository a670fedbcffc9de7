package vn.edu.privacy.consent.roster;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A school's classes and who is in them today, for the school's own people. */
public interface Classes {
    /** The classes of a school that anybody is in today, by name. */
    Mono<List<String>> of(String schoolId);

    /** The students in a class today, in no particular order; nobody when there is no such class. */
    Mono<List<UUID>> students(String schoolId, String className);
}
