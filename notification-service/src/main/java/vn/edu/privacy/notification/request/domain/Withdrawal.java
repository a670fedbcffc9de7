package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        return new InEffect(facts, List.of(purpose), since);
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
                    ? new InEffect(facts, now, PurposeOutcome.latest(now))
                    : new Received(facts, now);
        }

        /** One purpose could not be put into effect: the request is never called in effect. */
        public NotInEffect refused(String purpose, String reason) {
            return new NotInEffect(
                    facts, PurposeOutcome.with(purposes, purpose, found -> found.refused(reason)), reason);
        }
    }

    /** Nothing is collected under the consent any more; holders are being told. */
    record InEffect(Facts facts, List<WithdrawnPurpose> purposes, Instant since) implements Withdrawal {
        public InEffect {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.IN_EFFECT;
        }

        @Override
        public Instant inEffectAt() {
            return since;
        }

        /** Every holder and recipient has stopped. */
        public Completed allStopped() {
            return new Completed(facts, purposes, since);
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
    }

    /** Carried out by everybody. */
    record Completed(Facts facts, List<WithdrawnPurpose> purposes, Instant since) implements Withdrawal {
        public Completed {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.COMPLETED;
        }

        @Override
        public Instant inEffectAt() {
            return since;
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
}
