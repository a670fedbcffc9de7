package vn.edu.privacy.notification.request.domain;

import java.util.List;

/**
 * A request to have data put right (Decree 13 art. 15, Law 91 art. 13). The data is its holders', the sector database
 * first of all: this system routes the request to them, and is no second master (R-REC-02).
 */
public sealed interface Rectification extends Request {
    /** The data of which purposes. */
    List<NamedPurpose> purposes();

    @Override
    default RequestType type() {
        return RequestType.RECTIFY;
    }

    /** Waits for an officer. */
    record Received(Facts facts, List<NamedPurpose> purposes) implements Rectification {
        public Received {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** An officer approves; those who hold the data are told what is right. */
        public Approved approve() {
            return new Approved(facts, purposes);
        }

        /** An officer refuses, and the requester is told why. */
        public Refused refuse(Refusal refusal) {
            return new Refused(facts, purposes, refusal);
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

    /** Approved, and with those who hold the data. */
    record Approved(Facts facts, List<NamedPurpose> purposes) implements Rectification {
        public Approved {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.APPROVED;
        }

        /** Every holder has put it right. */
        public Completed allRectified() {
            return new Completed(facts, purposes);
        }

        /** A holder cannot, for a good reason, and the requester is told (Law 91 art. 13.3). */
        public Refused impossible(Refusal refusal) {
            return new Refused(facts, purposes, refusal);
        }
    }

    /** Put right by everybody. */
    record Completed(Facts facts, List<NamedPurpose> purposes) implements Rectification {
        public Completed {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.COMPLETED;
        }
    }

    /** Refused with a ground, or impossible. */
    record Refused(Facts facts, List<NamedPurpose> purposes, Refusal refusal) implements Rectification {
        public Refused {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.REFUSED;
        }

        /** Officers rule on it again. */
        public Received reopen() {
            return new Received(facts, purposes);
        }
    }

    /** Taken back before an officer decided. */
    record Cancelled(Facts facts, List<NamedPurpose> purposes) implements Rectification {
        public Cancelled {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.CANCELLED;
        }
    }

    /** Stopped before anything was done. */
    record Stopped(Facts facts, List<NamedPurpose> purposes, StopReason stopReason) implements Rectification {
        public Stopped {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestState state() {
            return RequestState.STOPPED;
        }
    }
}
