package vn.edu.privacy.notification.request.domain;

/** A complaint about how data is processed (Decree 13 art. 9.9, Law 91 art. 4.1). */
public sealed interface Complaint extends Request {
    @Override
    default RequestType type() {
        return RequestType.COMPLAIN;
    }

    /** Waits for an officer. */
    record Received(Facts facts) implements Complaint {
        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** An officer answers it. */
        public Answered answer(String answer) {
            return new Answered(facts, answer);
        }

        /** An officer does not take it, and the requester is told why. */
        public Refused refuse(Refusal refusal) {
            return new Refused(facts, refusal);
        }

        /** The requester takes it back. */
        public Cancelled cancel() {
            return new Cancelled(facts);
        }

        /** Nobody who complained may act any more. */
        public Stopped stop(StopReason reason) {
            return new Stopped(facts, reason);
        }
    }

    /** Answered; whoever disagrees appeals to the head of the unit. */
    record Answered(Facts facts, String answer) implements Complaint {
        @Override
        public RequestState state() {
            return RequestState.ANSWERED;
        }

        @Override
        public boolean isAppealable() {
            return true;
        }

        /** Officers look at it again. */
        public Received reopen() {
            return new Received(facts);
        }
    }

    /** Refused with a ground. */
    record Refused(Facts facts, Refusal refusal) implements Complaint {
        @Override
        public RequestState state() {
            return RequestState.REFUSED;
        }

        /** Officers look at it again. */
        public Received reopen() {
            return new Received(facts);
        }
    }

    /** Taken back before an officer answered. */
    record Cancelled(Facts facts) implements Complaint {
        @Override
        public RequestState state() {
            return RequestState.CANCELLED;
        }
    }

    /** Stopped before it was answered. */
    record Stopped(Facts facts, StopReason stopReason) implements Complaint {
        @Override
        public RequestState state() {
            return RequestState.STOPPED;
        }
    }
}
