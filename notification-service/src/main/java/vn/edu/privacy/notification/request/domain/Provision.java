package vn.edu.privacy.notification.request.domain;

import java.util.UUID;

/**
 * A request to be given data, or to have an organisation given it (Decree 13 art. 14). Nothing leaves as a file (letter
 * 8343, section 1.5): the person sees the data by a request to see it, opened with the same deadlines.
 */
public sealed interface Provision extends Request {
    @Override
    default RequestType type() {
        return RequestType.PROVIDE;
    }

    /** Whom the data is to be given to. */
    enum Recipient {
        /** The requester. */
        REQUESTER,
        /** An organisation of the sector, with the written consent attached (art. 14.2, 14.7). */
        ORGANISATION
    }

    /** To the requester or an organisation. */
    Recipient recipient();

    /** To be given to the requester; waits for an officer. */
    record Received(Facts facts) implements Provision {
        @Override
        public Recipient recipient() {
            return Recipient.REQUESTER;
        }

        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** An officer approves; the data is seen by another request, on which the same deadlines run. */
        public Shown approve(UUID through) {
            return new Shown(facts, through);
        }

        /** An officer refuses, and the requester is told why. */
        public Refused refuse(Refusal refusal) {
            return new Refused(facts, Recipient.REQUESTER, refusal);
        }

        /** The requester takes it back. */
        public Cancelled cancel() {
            return new Cancelled(facts, Recipient.REQUESTER);
        }

        /** Nobody who asked may act any more. */
        public Stopped stop(StopReason reason) {
            return new Stopped(facts, Recipient.REQUESTER, reason);
        }
    }

    /** To be given to an organisation; an officer checks the written consent. */
    record ForOrganisation(Facts facts) implements Provision {
        @Override
        public Recipient recipient() {
            return Recipient.ORGANISATION;
        }

        @Override
        public RequestState state() {
            return RequestState.RECEIVED;
        }

        /** An officer found the written consent in order. */
        public Approved approve() {
            return new Approved(facts);
        }

        /** An officer refuses, and the requester is told why. */
        public Refused refuse(Refusal refusal) {
            return new Refused(facts, Recipient.ORGANISATION, refusal);
        }

        /** The requester takes it back. */
        public Cancelled cancel() {
            return new Cancelled(facts, Recipient.ORGANISATION);
        }

        /** Nobody who asked may act any more. */
        public Stopped stop(StopReason reason) {
            return new Stopped(facts, Recipient.ORGANISATION, reason);
        }
    }

    /** The requester sees the data by another request. */
    record Shown(Facts facts, UUID through) implements Provision {
        @Override
        public Recipient recipient() {
            return Recipient.REQUESTER;
        }

        @Override
        public RequestState state() {
            return RequestState.COMPLETED;
        }
    }

    /** The organisation may be given the data; an officer records that it was. */
    record Approved(Facts facts) implements Provision {
        @Override
        public Recipient recipient() {
            return Recipient.ORGANISATION;
        }

        @Override
        public RequestState state() {
            return RequestState.APPROVED;
        }

        /** The data was handed over, as the officer describes. */
        public Provided provided(String answer) {
            return new Provided(facts, answer);
        }
    }

    /** The organisation was given the data. */
    record Provided(Facts facts, String answer) implements Provision {
        @Override
        public Recipient recipient() {
            return Recipient.ORGANISATION;
        }

        @Override
        public RequestState state() {
            return RequestState.COMPLETED;
        }
    }

    /** Refused with a ground. */
    record Refused(Facts facts, Recipient recipient, Refusal refusal) implements Provision {
        @Override
        public RequestState state() {
            return RequestState.REFUSED;
        }

        /** Officers rule on it again. */
        public Provision reopen() {
            return recipient == Recipient.REQUESTER ? new Received(facts) : new ForOrganisation(facts);
        }
    }

    /** Taken back before an officer decided. */
    record Cancelled(Facts facts, Recipient recipient) implements Provision {
        @Override
        public RequestState state() {
            return RequestState.CANCELLED;
        }
    }

    /** Stopped before anything was done. */
    record Stopped(Facts facts, Recipient recipient, StopReason stopReason) implements Provision {
        @Override
        public RequestState state() {
            return RequestState.STOPPED;
        }
    }
}
