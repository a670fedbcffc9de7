package vn.edu.privacy.notification.request.application;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.Request;

/**
 * A request as kept.
 *
 * @param request the request in its state
 * @param version grows with each change
 * @param assignee id of the officer who handles it, once one does
 * @param joined who asked for the same and was joined to it, besides its requester
 */
public record StoredRequest(
        Request request, long version, @Nullable String assignee, Set<UUID> joined) {
    public StoredRequest {
        joined = Set.copyOf(joined);
    }

    /** A request that nobody has joined. */
    public StoredRequest(Request request, long version, @Nullable String assignee) {
        this(request, version, assignee, Set.of());
    }

    /** Whether the person asked for it, first or joining. */
    public boolean isOf(UUID person) {
        return request.facts().requester().equals(person) || joined.contains(person);
    }
}
