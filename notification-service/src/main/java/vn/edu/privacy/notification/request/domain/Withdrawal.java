package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to withdraw consent (Decree 13 art. 12, Law 91 art. 10). */
public sealed interface Withdrawal extends Request {
    /** What is withdrawn, each purpose with its outcome. */
    List<WithdrawnPurpose> purposes();

    @Override
    default RequestType type() {
        return RequestType.WITHDRAW;
    }

    /** A withdrawal that consent-service recorded itself: in effect from that decision on. */
    static InEffect recorded(Facts facts, WithdrawnPurpose purpose) {
        Instant since = Objects.requireNonNull(purpose.appliedAt(), "a recorded withdrawal is applied");
        return new InEffect(facts, List.of(purpose), since, null);
    }

    /** In effect, at least for what was not refused. */
    sealed interface Standing extends Withdrawal {
        /** Since when. */
        Instant since();

        @Override
        default Instant inEffectAt() {
            return since();
        }

        /** Officers look again at what was refused of it. */
        default NotInEffect reopen() {
            return refusedInPart(facts(), purposes());
        }
    }

    /** The consequences are shown (art. 12.3); nothing happens before the requester confirms. */
    record AwaitingConfirmation(Facts facts, List<WithdrawnPurpose> purposes) implements Withdrawal {
        public AwaitingConfirmation {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.AWAITING_CONFIRMATION;
        }

        /**
         * The requester acknowledged the consequences.
         *
         * @param decisions by purpose, the ledger places of the decisions that are withdrawn
         */
        public Received confirm(Map<String, List<Long>> decisions) {
            List<WithdrawnPurpose> named = purposes.stream()
                    .map(purpose -> purpose.naming(decisions.getOrDefault(purpose.code(), List.of())))
                    .toList();
            return new Received(facts, named);
        }

        /** The requester takes it back. */
        public Cancelled cancel() {
            return new Cancelled(facts, purposes);
        }

        /** Nobody who asked may act any more. */
        public Stopped stop(StopReason reason) {
            return new Stopped(facts, purposes, reason);
        }
    }

    /** Confirmed, and on its way to consent-service; no longer to be taken back. */
    record Received(Facts facts, List<WithdrawnPurpose> purposes) implements Withdrawal {
        public Received {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** One purpose is in effect; the request is when all are. */
        public Withdrawal applied(String purpose, Instant at) {
            List<WithdrawnPurpose> now = PurposeOutcome.with(purposes, purpose, found -> found.applied(at));
            return now.stream().allMatch(each -> each.appliedAt() != null)
                    ? new InEffect(facts, now, PurposeOutcome.latest(now), null)
                    : new Received(facts, now);
        }

        /** One purpose could not be put into effect: the request is never called in effect. */
        public NotInEffect refused(String purpose, String reason) {
            return new NotInEffect(
                    facts, PurposeOutcome.with(purposes, purpose, found -> found.refused(reason)), reason);
        }
    }

    /** Nothing is collected under the consent any more; holders are being told. */
    record InEffect(
            Facts facts,
            List<WithdrawnPurpose> purposes,
            Instant since,
            @Nullable Refusal refusal) implements Standing {
        public InEffect {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.IN_EFFECT;
        }

        /** Every holder and recipient has stopped. */
        public Completed allStopped() {
            return new Completed(facts, purposes, since, refusal);
        }
    }

    /** Not in effect, at least in part; an officer looks. What is in effect in part is still carried to holders. */
    record NotInEffect(Facts facts, List<WithdrawnPurpose> purposes, String reason) implements Withdrawal {
        public NotInEffect {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.NOT_IN_EFFECT;
        }

        /** Another purpose of it is in effect. */
        public NotInEffect applied(String purpose, Instant at) {
            return new NotInEffect(facts, PurposeOutcome.with(purposes, purpose, found -> found.applied(at)), reason);
        }

        /** Another purpose of it could not be put into effect; the first reason stands. */
        public NotInEffect refused(String purpose, String another) {
            return new NotInEffect(
                    facts, PurposeOutcome.with(purposes, purpose, found -> found.refused(another)), reason);
        }

        /** Whether consent-service has answered for each purpose. */
        public boolean isAnswered() {
            return purposes.stream().allMatch(each -> each.appliedAt() != null || each.refusal() != null);
        }

        /** An officer has what failed tried again; where nothing is left to try, all of it is in effect by now. */
        public Withdrawal retry() {
            return purposes.stream().allMatch(each -> each.appliedAt() != null)
                    ? new InEffect(facts, purposes, PurposeOutcome.latest(purposes), null)
                    : new Received(
                            facts,
                            purposes.stream().map(WithdrawnPurpose::again).toList());
        }

        /** An officer answers for what cannot be put into effect; what is in effect stays so. */
        public Withdrawal settle(Refusal refusal) {
            return purposes.stream().anyMatch(each -> each.appliedAt() != null)
                    ? new InEffect(facts, purposes, PurposeOutcome.latest(purposes), refusal)
                    : new Refused(facts, purposes, refusal);
        }
    }

    /** Carried out by everybody. */
    record Completed(
            Facts facts,
            List<WithdrawnPurpose> purposes,
            Instant since,
            @Nullable Refusal refusal) implements Standing {
        public Completed {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.COMPLETED;
        }
    }

    /** Nothing of it could be put into effect; the requester was told why. */
    record Refused(Facts facts, List<WithdrawnPurpose> purposes, Refusal refusal) implements Withdrawal {
        public Refused {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.REFUSED;
        }

        /** Officers look at it again. */
        public NotInEffect reopen() {
            return refusedInPart(facts, purposes);
        }
    }

    /** Taken back before it was confirmed. */
    record Cancelled(Facts facts, List<WithdrawnPurpose> purposes) implements Withdrawal {
        public Cancelled {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.CANCELLED;
        }
    }

    /** Stopped before anything was done. */
    record Stopped(Facts facts, List<WithdrawnPurpose> purposes, StopReason stopReason) implements Withdrawal {
        public Stopped {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.STOPPED;
        }
    }

    private static NotInEffect refusedInPart(Facts facts, List<WithdrawnPurpose> purposes) {
        String reason = PurposeOutcome.firstRefusal(purposes)
                .orElseThrow(() -> new IllegalStateException("nothing of " + facts.id() + " was refused"));
        return new NotInEffect(facts, purposes, reason);
    }
}
