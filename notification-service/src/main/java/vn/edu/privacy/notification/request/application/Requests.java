package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Facts;
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

    /** Keeps what the requester filled in beyond codes, sealed under the student's key. */
    Mono<Void> keep(Facts request, Particulars particulars);

    /** What requesters filled in, by request; absent where nothing, or where the student's key was destroyed. */
    Mono<Map<UUID, Particulars>> particulars(Collection<Facts> requests);

    /** The request, locked until the transaction ends; empty when unknown. */
    Mono<StoredRequest> lock(UUID id);

    /**
     * Requests of a kind about a student, locked, so that two who ask for the same at once see each other's request;
     * nobody else opens such a request before the transaction ends.
     */
    Mono<List<StoredRequest>> openingOf(UUID studentId, RequestType type);

    /** Ids of requests on which nothing was decided, about one student or about every one; oldest first. */
    Mono<List<UUID>> undecided(@Nullable UUID studentId);

    /** Joins a person to a request that asks for the same. */
    Mono<Void> join(UUID id, UUID person, Instant at);

    /** Who joined a request. */
    Mono<List<UUID>> joined(UUID id);

    /** The request; empty when unknown. */
    Mono<StoredRequest> find(UUID id);

    /** The request that a recorded withdrawal opened; empty when none did yet. */
    Mono<StoredRequest> openedBy(UUID decisionId);

    /** Keeps the state of a locked request. */
    Mono<StoredRequest> save(StoredRequest request, Instant at);

    /** The requests that are asked for. */
    Mono<List<StoredRequest>> list(Query query);

    /** What requesters wrote, by request; absent where nothing, or where the student's key was destroyed. */
    Mono<Map<UUID, String>> reasons(Collection<Facts> requests);

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
