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
    }

    /** The data is being gathered. */
    record Approved(Facts facts) implements Access {
        @Override
        public RequestState state() {
            return RequestState.APPROVED;
        }

        /** All is gathered, to be seen before {@code until}. */
        public Available available(Instant until) {
            return new Available(facts, until);
        }

        /** A holder did not give what it holds. */
        public GatheringFailed gatheringFailed() {
            return new GatheringFailed(facts);
        }
    }

    /** Gathering failed; an officer may have it tried again. */
    record GatheringFailed(Facts facts) implements Access {
        @Override
        public RequestState state() {
            return RequestState.GATHERING_FAILED;
        }

        /** Gathering begins again. */
        public Approved retry() {
            return new Approved(facts);
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
}
