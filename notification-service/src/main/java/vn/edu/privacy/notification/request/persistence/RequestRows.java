package vn.edu.privacy.notification.request.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.notification.request.domain.StopReason;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** Reads rows of {@code request} and {@code request_timeline}. */
final class RequestRows {
    private RequestRows() {}

    /** A request that still lacks its purposes, which stand in rows of their own. */
    static Unfinished request(Readable row) {
        Facts facts = new Facts(
                get(row, "id", UUID.class),
                get(row, "reference", String.class),
                get(row, "requester", UUID.class),
                get(row, "student_id", UUID.class),
                get(row, "school_id", String.class),
                get(row, "received_at", Instant.class),
                get(row, "regime", String.class));
        return new Unfinished(
                facts,
                get(row, "version", Long.class),
                row.get("assignee", String.class),
                Set.of(get(row, "joined", UUID[].class)),
                content(row, facts, RequestState.valueOf(get(row, "state", String.class))));
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

    private static Function<List<PurposeRow>, Request> content(Readable row, Facts facts, RequestState state) {
        RequestType type = RequestType.valueOf(get(row, "type", String.class));
        Outcome outcome = Outcome.of(row);
        return switch (type) {
            case WITHDRAW ->
                purposes -> withdrawal(
                        facts,
                        state,
                        purposes.stream().map(PurposeRow::withdrawn).toList(),
                        outcome);
            case RESTRICT, OBJECT ->
                purposes -> RestrictionRows.restriction(
                        facts,
                        type,
                        state,
                        purposes.stream().map(PurposeRow::restricted).toList(),
                        outcome);
            case DELETE -> {
                DeletionGround ground = DeletionGround.valueOf(get(row, "deletion_ground", String.class));
                yield purposes -> DeletionRows.deletion(
                        facts,
                        ground,
                        state,
                        purposes.stream().map(PurposeRow::erased).toList(),
                        outcome);
            }
            case ACCESS -> {
                Access access = access(row, facts, state);
                yield purposes -> access;
            }
            case RECTIFY ->
                purposes -> FormRows.rectification(
                        facts, state, purposes.stream().map(PurposeRow::named).toList(), outcome);
            case PROVIDE -> {
                Provision.Recipient recipient =
                        Provision.Recipient.valueOf(get(row, "provision_recipient", String.class));
                UUID through = row.get("provision_through", UUID.class);
                yield purposes -> FormRows.provision(facts, state, recipient, through, outcome);
            }
            case COMPLAIN -> purposes -> FormRows.complaint(facts, state, outcome);
        };
    }

    private static Withdrawal withdrawal(
            Facts facts, RequestState state, List<WithdrawnPurpose> purposes, Outcome outcome) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> new Withdrawal.AwaitingConfirmation(facts, purposes);
            case RECEIVED -> new Withdrawal.Received(facts, purposes);
            case IN_EFFECT -> new Withdrawal.InEffect(facts, purposes, outcome.since(), outcome.refusal());
            case NOT_IN_EFFECT -> new Withdrawal.NotInEffect(facts, purposes, outcome.reason());
            case COMPLETED -> new Withdrawal.Completed(facts, purposes, outcome.since(), outcome.refusal());
            case REFUSED -> new Withdrawal.Refused(facts, purposes, outcome.refused());
            case CANCELLED -> new Withdrawal.Cancelled(facts, purposes);
            case STOPPED -> new Withdrawal.Stopped(facts, purposes, outcome.stopped());
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
            case STOPPED -> new Access.Stopped(facts, StopReason.valueOf(get(row, "stop_reason", String.class)));
            default -> throw new IllegalStateException(state + " is no state of a request to see data");
        };
    }

    /** A request that still lacks its purposes. */
    record Unfinished(
            Facts facts,
            long version,
            @Nullable String assignee,
            Set<UUID> joined,
            Function<List<PurposeRow>, Request> content) {
        StoredRequest with(List<PurposeRow> purposes) {
            return new StoredRequest(content.apply(purposes), version, assignee, joined);
        }
    }

    /** What became of a request, as far as its state knows it. */
    record Outcome(
            @Nullable Instant inEffectAt,
            @Nullable String notInEffectReason,
            @Nullable Refusal refusal,
            @Nullable String stopReason,
            @Nullable String answer) {
        static Outcome of(Readable row) {
            String ground = row.get("refusal_ground", String.class);
            return new Outcome(
                    row.get("in_effect_at", Instant.class),
                    row.get("not_in_effect_reason", String.class),
                    ground == null
                            ? null
                            : new Refusal(RefusalGround.valueOf(ground), get(row, "refusal_text", String.class)),
                    row.get("stop_reason", String.class),
                    row.get("answer_text", String.class));
        }

        Instant since() {
            return Objects.requireNonNull(inEffectAt, "in_effect_at");
        }

        String reason() {
            return Objects.requireNonNull(notInEffectReason, "not_in_effect_reason");
        }

        String answered() {
            return Objects.requireNonNull(answer, "answer_text");
        }

        StopReason stopped() {
            return StopReason.valueOf(Objects.requireNonNull(stopReason, "stop_reason"));
        }

        Refusal refused() {
            return Objects.requireNonNull(refusal, "refusal_ground");
        }
    }
}
