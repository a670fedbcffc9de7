package vn.edu.privacy.notification.request.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** Reads rows of {@code request}, {@code request_purpose} and {@code request_timeline}. */
final class RequestRows {
    private RequestRows() {}

    /** A request, still without its purposes, which stand in rows of their own. */
    static StoredRequest request(Readable row) {
        Facts facts = new Facts(
                get(row, "id", UUID.class),
                get(row, "reference", String.class),
                get(row, "requester", UUID.class),
                get(row, "student_id", UUID.class),
                get(row, "school_id", String.class),
                get(row, "received_at", Instant.class),
                get(row, "regime", String.class));
        RequestState state = RequestState.valueOf(get(row, "state", String.class));
        Request request = switch (get(row, "type", String.class)) {
            case "WITHDRAW" -> withdrawal(row, facts, state, List.of());
            case "ACCESS" -> access(row, facts, state);
            default -> throw new IllegalStateException("type of request " + facts.id());
        };
        return new StoredRequest(request, get(row, "version", Long.class), row.get("assignee", String.class));
    }

    /** A withdrawal with its purposes; another request as it is. */
    static StoredRequest with(StoredRequest stored, List<WithdrawnPurpose> purposes) {
        Request request = switch (stored.request()) {
            case Withdrawal.AwaitingConfirmation(Facts facts, var _) ->
                new Withdrawal.AwaitingConfirmation(facts, purposes);
            case Withdrawal.Received(Facts facts, var _) -> new Withdrawal.Received(facts, purposes);
            case Withdrawal.InEffect(Facts facts, var _, Instant since) ->
                new Withdrawal.InEffect(facts, purposes, since);
            case Withdrawal.NotInEffect(Facts facts, var _, String reason) ->
                new Withdrawal.NotInEffect(facts, purposes, reason);
            case Withdrawal.Completed(Facts facts, var _, Instant since) ->
                new Withdrawal.Completed(facts, purposes, since);
            case Withdrawal.Cancelled(Facts facts, var _) -> new Withdrawal.Cancelled(facts, purposes);
            case Access access -> access;
        };
        return new StoredRequest(request, stored.version(), stored.assignee());
    }

    static WithdrawnPurpose purpose(Readable row) {
        return new WithdrawnPurpose(
                get(row, "code", String.class),
                get(row, "version", Integer.class),
                List.of(get(row, "seqs", Long[].class)),
                row.get("applied_at", Instant.class),
                row.get("refusal", String.class));
    }

    static TimelineEntry entry(Readable row) {
        return new TimelineEntry(
                get(row, "seq", Integer.class),
                get(row, "at", Instant.class),
                TimelineEntry.Actor.valueOf(get(row, "actor", String.class)),
                row.get("actor_id", String.class),
                get(row, "event", String.class),
                row.get("detail", String.class));
    }

    private static Withdrawal withdrawal(
            Readable row, Facts facts, RequestState state, List<WithdrawnPurpose> purposes) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> new Withdrawal.AwaitingConfirmation(facts, purposes);
            case RECEIVED -> new Withdrawal.Received(facts, purposes);
            case IN_EFFECT -> new Withdrawal.InEffect(facts, purposes, get(row, "in_effect_at", Instant.class));
            case NOT_IN_EFFECT ->
                new Withdrawal.NotInEffect(facts, purposes, get(row, "not_in_effect_reason", String.class));
            case COMPLETED -> new Withdrawal.Completed(facts, purposes, get(row, "in_effect_at", Instant.class));
            case CANCELLED -> new Withdrawal.Cancelled(facts, purposes);
            default -> throw new IllegalStateException(state + " is no state of a withdrawal");
        };
    }

    private static Access access(Readable row, Facts facts, RequestState state) {
        return switch (state) {
            case RECEIVED -> new Access.Received(facts);
            case APPROVED -> new Access.Approved(facts);
            case GATHERING_FAILED -> new Access.GatheringFailed(facts);
            case AWAITING_RELEASE -> new Access.AwaitingRelease(facts);
            case AVAILABLE -> new Access.Available(facts, get(row, "available_until", Instant.class));
            case EXPIRED -> new Access.Expired(facts, get(row, "available_until", Instant.class));
            case REFUSED ->
                new Access.Refused(
                        facts,
                        RefusalGround.valueOf(get(row, "refusal_ground", String.class)),
                        get(row, "refusal_text", String.class));
            case CANCELLED -> new Access.Cancelled(facts);
            default -> throw new IllegalStateException(state + " is no state of a request to see data");
        };
    }
}
