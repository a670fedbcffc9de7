package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;

/** Requests as kept; everything joins the caller's transaction. */
public interface Requests {
    /** The next reference of a year. */
    Mono<String> nextReference(int year);

    /**
     * Keeps a new request.
     *
     * @param reason the requester's words, kept sealed
     * @param decisionId the recorded withdrawal that opened it
     * @return whether it is new: a recorded withdrawal opens one request, once
     */
    Mono<Boolean> insert(Request request, @Nullable String reason, @Nullable UUID decisionId, Instant at);

    /** The request, locked until the transaction ends; empty when unknown. */
    Mono<StoredRequest> lock(UUID id);

    /** The request; empty when unknown. */
    Mono<StoredRequest> find(UUID id);

    /** The request that a recorded withdrawal opened; empty when none did yet. */
    Mono<StoredRequest> openedBy(UUID decisionId);

    /** Keeps the state of a locked request. */
    Mono<StoredRequest> save(StoredRequest request, Instant at);

    /** The requests that are asked for. */
    Mono<List<StoredRequest>> list(Query query);

    /** Ids of requests whose data could be seen until a moment before {@code now}. */
    Mono<List<UUID>> availableBefore(Instant now);

    /** Writes into the timeline. */
    Mono<Void> log(UUID id, Happening happening);

    /** What happened, oldest first. */
    Mono<List<TimelineEntry>> timeline(UUID id);

    /**
     * Which requests.
     *
     * @param reader one's own, newest first; an officer's queue, nearest open clock first
     * @param type only these
     * @param state only these
     * @param limit at most so many
     */
    record Query(
            Reader reader,
            @Nullable RequestType type,
            @Nullable RequestState state,
            int limit) {}
}
