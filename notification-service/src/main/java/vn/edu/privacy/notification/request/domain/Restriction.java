package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to have processing restricted, or an objection to it (Decree 13 art. 9.6, 9.8; Law 91 art. 4.1.d, 10.1): what
 * is there may be stored, nothing else, until the one who asked lifts it.
 */
public sealed interface Restriction extends Request {
    /** What is restricted, each purpose with its outcome. */
    List<RestrictedPurpose> purposes();

    /** In effect: restricted until the requester lifts it. */
    sealed interface Standing extends Restriction {
        /** Since when all of it is restricted. */
        Instant since();

        @Override
        default Instant inEffectAt() {
            return since();
        }

        /** The requester has had enough of it. */
        default Lifting lift() {
            return new Lifting(
                    facts(),
                    type(),
                    purposes().stream().map(RestrictedPurpose::lifting).toList(),
                    since(),
                    refusal());
        }

        /** Officers look again at what was refused of it. */
        default NotInEffect reopen() {
            return refusedInPart(facts(), type(), purposes());
        }
    }

    /** What it means is shown; nothing happens before the requester confirms. */
    record AwaitingConfirmation(Facts facts, RequestType type, List<RestrictedPurpose> purposes)
            implements Restriction {
        public AwaitingConfirmation {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.AWAITING_CONFIRMATION;
        }

        /** The requester acknowledged what it means. */
        public Received confirm() {
            return new Received(facts, type, purposes);
        }

        /** The requester takes it back. */
        public Cancelled cancel() {
            return new Cancelled(facts, type, purposes);
        }

        /** Nobody who asked may act any more. */
        public Stopped stop(StopReason reason) {
            return new Stopped(facts, type, purposes, reason);
        }
    }

    /** Confirmed, and on its way to consent-service; no longer to be taken back. */
    record Received(Facts facts, RequestType type, List<RestrictedPurpose> purposes) implements Restriction {
        public Received {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** One purpose is restricted; the request is in effect when all are. */
        public Restriction applied(String purpose, Instant at) {
            return answered(PurposeOutcome.with(purposes, purpose, found -> found.applied(at)));
        }

        /** One purpose could not be restricted: the request is never called in effect before somebody has looked. */
        public Restriction refused(String purpose, String reason) {
            return answered(PurposeOutcome.with(purposes, purpose, found -> found.refused(reason)));
        }

        private Restriction answered(List<RestrictedPurpose> now) {
            Optional<String> refusal = PurposeOutcome.firstRefusal(now);
            if (refusal.isPresent()) {
                return new NotInEffect(facts, type, now, refusal.get());
            }
            return now.stream().allMatch(RestrictedPurpose::isApplied)
                    ? new InEffect(facts, type, now, PurposeOutcome.latest(now), null)
                    : new Received(facts, type, now);
        }
    }

    /** Only stored from now on; holders are being told. */
    record InEffect(
            Facts facts,
            RequestType type,
            List<RestrictedPurpose> purposes,
            Instant since,
            @Nullable Refusal refusal) implements Standing {
        public InEffect {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.IN_EFFECT;
        }

        /** Every holder and recipient keeps to it. */
        public Completed allRestricted() {
            return new Completed(facts, type, purposes, since, refusal);
        }
    }

    /** Not in effect, at least in part; an officer looks. What is in effect in part is still carried to holders. */
    record NotInEffect(Facts facts, RequestType type, List<RestrictedPurpose> purposes, String notInEffectReason)
            implements Restriction {
        public NotInEffect {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.NOT_IN_EFFECT;
        }

        /** Another purpose of it is restricted. */
        public NotInEffect applied(String purpose, Instant at) {
            return new NotInEffect(
                    facts, type, PurposeOutcome.with(purposes, purpose, found -> found.applied(at)), notInEffectReason);
        }

        /** Another purpose of it could not be restricted; the first reason stands. */
        public NotInEffect refused(String purpose, String another) {
            return new NotInEffect(
                    facts,
                    type,
                    PurposeOutcome.with(purposes, purpose, found -> found.refused(another)),
                    notInEffectReason);
        }

        /** Whether consent-service has answered for each purpose. */
        public boolean isAnswered() {
            return purposes.stream().allMatch(each -> each.isApplied() || each.refusal() != null);
        }

        /** An officer has what failed tried again. */
        public Received retry() {
            return new Received(
                    facts, type, purposes.stream().map(RestrictedPurpose::again).toList());
        }

        /** An officer answers for what cannot be restricted; what was stays so. */
        public Restriction settle(Refusal refusal) {
            return purposes.stream().anyMatch(RestrictedPurpose::isApplied)
                    ? new InEffect(facts, type, purposes, PurposeOutcome.latest(purposes), refusal)
                    : new Refused(facts, type, purposes, refusal);
        }
    }

    /** Kept to by everybody, until it is lifted. */
    record Completed(
            Facts facts,
            RequestType type,
            List<RestrictedPurpose> purposes,
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

    /** To be lifted, and on its way to consent-service; restricted until that answers. */
    record Lifting(
            Facts facts,
            RequestType type,
            List<RestrictedPurpose> purposes,
            Instant since,
            @Nullable Refusal refusal) implements Restriction {
        public Lifting {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.LIFTING;
        }

        @Override
        public Instant inEffectAt() {
            return since;
        }

        /** One purpose is restricted no longer. */
        public Restriction lifted(String purpose, Instant at) {
            return answered(PurposeOutcome.with(purposes, purpose, found -> found.lifted(at)));
        }

        /** One purpose stays restricted: after the last answer the request is in effect again for what is left. */
        public Restriction notLifted(String purpose, String reason) {
            return answered(PurposeOutcome.with(purposes, purpose, found -> found.notLifted(reason)));
        }

        private Restriction answered(List<RestrictedPurpose> now) {
            if (now.stream().anyMatch(each -> each.isRestricted() && each.liftRefusal() == null)) {
                return new Lifting(facts, type, now, since, refusal);
            }
            return now.stream().anyMatch(RestrictedPurpose::isRestricted)
                    ? new InEffect(facts, type, now, since, refusal)
                    : new Lifted(facts, type, now, since);
        }
    }

    /** Restricted no longer, as the requester wished. */
    record Lifted(Facts facts, RequestType type, List<RestrictedPurpose> purposes, Instant since)
            implements Restriction {
        @Override
        public RequestState state() {
            return RequestState.LIFTED;
        }

        @Override
        public Instant inEffectAt() {
            return since;
        }
    }

    /** Nothing of it could be put into effect; the requester was told why. */
    record Refused(Facts facts, RequestType type, List<RestrictedPurpose> purposes, Refusal refusal)
            implements Restriction {
        @Override
        public RequestState state() {
            return RequestState.REFUSED;
        }

        /** Officers look at it again. */
        public NotInEffect reopen() {
            return refusedInPart(facts, type, purposes);
        }
    }

    /** Taken back before it was confirmed. */
    record Cancelled(Facts facts, RequestType type, List<RestrictedPurpose> purposes) implements Restriction {
        @Override
        public RequestState state() {
            return RequestState.CANCELLED;
        }
    }

    /** Stopped before anything was done. */
    record Stopped(Facts facts, RequestType type, List<RestrictedPurpose> purposes, StopReason stopReason)
            implements Restriction {
        @Override
        public RequestState state() {
            return RequestState.STOPPED;
        }
    }

    private static NotInEffect refusedInPart(Facts facts, RequestType type, List<RestrictedPurpose> purposes) {
        String reason = PurposeOutcome.firstRefusal(purposes)
                .orElseThrow(() -> new IllegalStateException("nothing of " + facts.id() + " was refused"));
        return new NotInEffect(facts, type, purposes, reason);
    }
}
