package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request to have data deleted (Decree 13 art. 16, Law 91 art. 14). Its requester accepted the risks; an officer
 * approves it, consent-service erases what was said in words, and every holder what it holds.
 */
public sealed interface Deletion extends Request {
    /** Why it is to be deleted. */
    DeletionGround ground();

    /** The data of which purposes, each with its outcome. */
    List<ErasedPurpose> purposes();

    @Override
    default RequestType type() {
        return RequestType.DELETE;
    }

    /** Erased by consent-service; not to be undone. */
    sealed interface Erased extends Deletion {
        /** Since when. */
        Instant since();

        @Override
        default Instant inEffectAt() {
            return since();
        }

        /** Officers look again at what was refused of it. */
        default NotInEffect reopen() {
            return refusedInPart(facts(), ground(), purposes());
        }
    }

    /** Waits for an officer. */
    record Received(Facts facts, DeletionGround ground, List<ErasedPurpose> purposes) implements Deletion {
        public Received {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** An officer approves; consent-service is told. */
        public Approved approve() {
            return new Approved(facts, ground, purposes);
        }

        /** An officer refuses, and the requester is told why. */
        public Refused refuse(Refusal refusal) {
            return new Refused(facts, ground, purposes, refusal);
        }

        /** The requester takes it back. */
        public Cancelled cancel() {
            return new Cancelled(facts, ground, purposes);
        }

        /** Nobody who asked may act any more. */
        public Stopped stop(StopReason reason) {
            return new Stopped(facts, ground, purposes, reason);
        }
    }

    /** Approved, and on its way to consent-service; what is erased does not come back. */
    record Approved(Facts facts, DeletionGround ground, List<ErasedPurpose> purposes) implements Deletion {
        public Approved {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.APPROVED;
        }

        /** One purpose is erased; the request is in effect when all are. */
        public Deletion erased(String purpose, Instant at) {
            return answered(PurposeOutcome.with(purposes, purpose, found -> found.erased(at)));
        }

        /** One purpose could not be erased: the request is never called in effect before somebody has looked. */
        public Deletion refused(String purpose, String reason) {
            return answered(PurposeOutcome.with(purposes, purpose, found -> found.refused(reason)));
        }

        /** Everything is erased but what was refused before. */
        public Deletion erased(Instant at) {
            return answered(open(purposes, found -> found.erased(at)));
        }

        /** Nothing could be erased. */
        public Deletion refused(String reason) {
            return answered(open(purposes, found -> found.refused(reason)));
        }

        private Deletion answered(List<ErasedPurpose> now) {
            Optional<String> reason = PurposeOutcome.firstRefusal(now);
            if (reason.isPresent()) {
                return new NotInEffect(facts, ground, now, reason.get());
            }
            return now.stream().allMatch(ErasedPurpose::isErased)
                    ? new InEffect(facts, ground, now, PurposeOutcome.latest(now), null)
                    : new Approved(facts, ground, now);
        }
    }

    /** Erased by consent-service; holders are being told. */
    record InEffect(
            Facts facts,
            DeletionGround ground,
            List<ErasedPurpose> purposes,
            Instant since,
            @Nullable Refusal refusal) implements Erased {
        public InEffect {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.IN_EFFECT;
        }

        /** Every holder and recipient has erased. */
        public Completed allErased() {
            return new Completed(facts, ground, purposes, since, refusal);
        }
    }

    /** Not erased, at least in part; an officer looks. */
    record NotInEffect(Facts facts, DeletionGround ground, List<ErasedPurpose> purposes, String notInEffectReason)
            implements Deletion {
        public NotInEffect {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.NOT_IN_EFFECT;
        }

        /** Another purpose of it is erased. */
        public NotInEffect erased(String purpose, Instant at) {
            return new NotInEffect(
                    facts,
                    ground,
                    PurposeOutcome.with(purposes, purpose, found -> found.erased(at)),
                    notInEffectReason);
        }

        /** Another purpose of it could not be erased; the first reason stands. */
        public NotInEffect refused(String purpose, String another) {
            return new NotInEffect(
                    facts,
                    ground,
                    PurposeOutcome.with(purposes, purpose, found -> found.refused(another)),
                    notInEffectReason);
        }

        /** Everything is erased but what was refused before. */
        public NotInEffect erased(Instant at) {
            return new NotInEffect(facts, ground, open(purposes, found -> found.erased(at)), notInEffectReason);
        }

        /** Nothing of the rest could be erased; the first reason stands. */
        public NotInEffect refused(String another) {
            return new NotInEffect(facts, ground, open(purposes, found -> found.refused(another)), notInEffectReason);
        }

        /** Whether consent-service has answered for each purpose. */
        public boolean isAnswered() {
            return purposes.stream().allMatch(each -> each.isErased() || each.refusal() != null);
        }

        /** An officer has what failed tried again. */
        public Approved retry() {
            return new Approved(
                    facts, ground, purposes.stream().map(ErasedPurpose::again).toList());
        }

        /** An officer answers for what cannot be erased; what was is gone. */
        public Deletion settle(Refusal refusal) {
            return purposes.stream().anyMatch(ErasedPurpose::isErased)
                    ? new InEffect(facts, ground, purposes, PurposeOutcome.latest(purposes), refusal)
                    : new Refused(facts, ground, purposes, refusal);
        }
    }

    /** Erased by everybody. */
    record Completed(
            Facts facts,
            DeletionGround ground,
            List<ErasedPurpose> purposes,
            Instant since,
            @Nullable Refusal refusal) implements Erased {
        public Completed {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.COMPLETED;
        }
    }

    /** Refused with a ground. */
    record Refused(Facts facts, DeletionGround ground, List<ErasedPurpose> purposes, Refusal refusal)
            implements Deletion {
        public Refused {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.REFUSED;
        }

        /** Officers rule on it again. */
        public Received reopen() {
            return new Received(
                    facts, ground, purposes.stream().map(ErasedPurpose::again).toList());
        }
    }

    /** Taken back before an officer decided. */
    record Cancelled(Facts facts, DeletionGround ground, List<ErasedPurpose> purposes) implements Deletion {
        public Cancelled {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.CANCELLED;
        }
    }

    /** Stopped before anything was done. */
    record Stopped(Facts facts, DeletionGround ground, List<ErasedPurpose> purposes, StopReason stopReason)
            implements Deletion {
        public Stopped {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.STOPPED;
        }
    }

    private static NotInEffect refusedInPart(Facts facts, DeletionGround ground, List<ErasedPurpose> purposes) {
        String reason = PurposeOutcome.firstRefusal(purposes)
                .orElseThrow(() -> new IllegalStateException("nothing of " + facts.id() + " was refused"));
        return new NotInEffect(facts, ground, purposes, reason);
    }

    /** What was neither erased nor refused changes. */
    private static List<ErasedPurpose> open(List<ErasedPurpose> purposes, UnaryOperator<ErasedPurpose> change) {
        return purposes.stream()
                .map(each -> each.refusal() == null ? change.apply(each) : each)
                .toList();
    }
}
