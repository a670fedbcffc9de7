package vn.edu.privacy.notification.request.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Facts;

/** What was written down at the desk, as kept; everything joins the caller's transaction. */
public interface DeskEntries {
    /** Keeps how a request came in. */
    Mono<Void> keep(Facts request, DeskEntry entry);

    /** By request; absent for what came in by the portal. */
    Mono<Map<UUID, DeskEntry>> of(Collection<Facts> requests);

    /** Whether a second person still has to check it. */
    Mono<Boolean> waits(UUID requestId);

    /** Keeps that it was checked. */
    Mono<Void> checked(UUID requestId, DeskEntry.Check check);

    /** Requests that wait for a second person, of one school or of every one; oldest first. */
    Mono<List<UUID>> waiting(@Nullable String schoolId);
}
