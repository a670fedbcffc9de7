package vn.edu.privacy.notification.request.domain;

import java.time.Instant;

/** A request to see the data held (Decree 13 art. 9.3, Law 91 art. 4). */
public sealed interface Access extends Request {
    @Override
    default RequestType type() {
        return RequestType.ACCESS;
    }

    /** Waits for an officer. */
    record Received(Facts facts) implements Access {
        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** An officer approves; gathering begins. */
        public Approved approve() {
            return new Approved(facts);
        }

        /** An officer refuses, and the requester is told why. */
        public Refused refuse(RefusalGround ground, String text) {
            return new Refused(facts, ground, text);
        }

        /** The requester takes it back. */
        public Cancelled cancel() {
            return new Cancelled(facts);
        }

        /** Nobody who asked may act any more. */
        public Stopped stop(StopReason reason) {
            return new Stopped(facts, reason);
        }
    }

    /** The data is being gathered. */
    record Approved(Facts facts) implements Access {
        @Override
        public RequestState state() {
            return RequestState.APPROVED;
        }

        /** What holders gave waits for an officer. */
        public AwaitingRelease gathered() {
            return new AwaitingRelease(facts);
        }

        /** No holder gave what it holds. */
        public GatheringFailed gatheringFailed() {
            return new GatheringFailed(facts);
        }
    }

    /** Nothing was gathered yet; holders are asked again, and an officer may have that done at once. */
    record GatheringFailed(Facts facts) implements Access {
        @Override
        public RequestState state() {
            return RequestState.GATHERING_FAILED;
        }

        /** Gathering begins again. */
        public Approved retry() {
            return new Approved(facts);
        }

        /** A holder answered after all. */
        public AwaitingRelease gathered() {
            return new AwaitingRelease(facts);
        }
    }

    /** Gathered, and seen by nobody yet: an officer takes out what is about others, and releases it. */
    record AwaitingRelease(Facts facts) implements Access {
        @Override
        public RequestState state() {
            return RequestState.AWAITING_RELEASE;
        }

        /** An officer releases it, to be seen before {@code until}. */
        public Available release(Instant until) {
            return new Available(facts, until);
        }
    }

    /** The requester can see the data. */
    record Available(Facts facts, Instant until) implements Access {
        @Override
        public RequestState state() {
            return RequestState.AVAILABLE;
        }

        @Override
        public Instant availableUntil() {
            return until;
        }

        /** What came later is released too; the time to see all of it begins anew. */
        public Available releaseMore(Instant later) {
            return new Available(facts, later);
        }

        /** The time is over. */
        public Expired expire() {
            return new Expired(facts, until);
        }
    }

    /** The data was there to be seen, and is gone. */
    record Expired(Facts facts, Instant until) implements Access {
        @Override
        public RequestState state() {
            return RequestState.EXPIRED;
        }

        @Override
        public Instant availableUntil() {
            return until;
        }
    }

    /** Refused with a ground. */
    record Refused(Facts facts, RefusalGround ground, String text) implements Access {
        @Override
        public RequestState state() {
            return RequestState.REFUSED;
        }
    }

    /** Taken back before an officer decided. */
    record Cancelled(Facts facts) implements Access {
        @Override
        public RequestState state() {
            return RequestState.CANCELLED;
        }
    }

    /** Stopped before an officer decided. */
    record Stopped(Facts facts, StopReason stopReason) implements Access {
        @Override
        public RequestState state() {
            return RequestState.STOPPED;
        }
    }
}
