package vn.edu.privacy.notification.holder;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Names of students, asked at the moment of use: this service keeps none. */
public interface Directory {
    /** The students known; while the directory is away nobody is, and pages do without names. */
    Mono<Map<UUID, StudentName>> students(Collection<UUID> studentIds);

    /** Names of people known; while the directory is away nobody is. At most 200 at a time. */
    Mono<Map<UUID, String>> people(Collection<UUID> personIds);

    /**
     * A student in words.
     *
     * @param name as the sector database writes it
     * @param className the class today
     */
    record StudentName(String name, String className) {}
}
