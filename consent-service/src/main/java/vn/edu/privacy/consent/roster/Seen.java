package vn.edu.privacy.consent.roster;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The students of whom something is shown in answer to a call, noted where it is read, so that nobody who writes a page has to
 * think of it: whoever reads a name notes it, and so does what shows a student without one (S-12).
 */
public final class Seen {
    private static final Class<Seen> KEY = Seen.class;

    private final Set<UUID> students = ConcurrentHashMap.newKeySet();

    /** Notes students, when somebody listens. */
    public static Mono<Void> note(Collection<UUID> students) {
        return Mono.deferContextual(context -> {
            context.<Seen>getOrEmpty(KEY).ifPresent(seen -> seen.students.addAll(students));
            return Mono.empty();
        });
    }

    /** A context in which this one listens. */
    public Context in(Context context) {
        return context.put(KEY, this);
    }

    /** Those that were noted until now. */
    public Set<UUID> students() {
        return Set.copyOf(students);
    }
}
