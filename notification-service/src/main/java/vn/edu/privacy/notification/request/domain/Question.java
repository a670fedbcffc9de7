package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that the requester has to answer before an officer can go on (R-DL-03), in one of its states. */
public sealed interface Question {
    /** What never changes about it. */
    Asked asked();

    /** How it is named outside. */
    Outcome outcome();

    /** When it was closed; absent while it waits. */
    default @Nullable Instant closedAt() {
        return null;
    }

    /** A question that waits for its answer. */
    record Open(Asked asked) implements Question {
        @Override
        public Outcome outcome() {
            return Outcome.OPEN;
        }

        /** The requester answered. */
        public Answered answered(Instant at) {
            return new Answered(asked, at);
        }

        /** The time to answer is over; the officer goes on with what is known. */
        public Unanswered lapsed(Instant at) {
            return new Unanswered(asked, at);
        }

        /** The request came to its end without the answer. */
        public Moot dropped(Instant at) {
            return new Moot(asked, at);
        }
    }

    /** Answered in time. */
    record Answered(Asked asked, Instant closedAt) implements Question {
        @Override
        public Outcome outcome() {
            return Outcome.ANSWERED;
        }
    }

    /** Not answered in time. */
    record Unanswered(Asked asked, Instant closedAt) implements Question {
        @Override
        public Outcome outcome() {
            return Outcome.UNANSWERED;
        }
    }

    /** No longer needed. */
    record Moot(Asked asked, Instant closedAt) implements Question {
        @Override
        public Outcome outcome() {
            return Outcome.MOOT;
        }
    }

    /**
     * What was asked.
     *
     * @param requestId on which request
     * @param number 1, 2, …
     * @param about what is missing
     * @param at when
     * @param answerBy the first moment that is too late
     * @param pauses whether the clocks stand still until it is closed
     */
    record Asked(UUID requestId, int number, About about, Instant at, Instant answerBy, boolean pauses) {}

    /** What is missing. */
    enum About {
        /** Proof of who the requester is. */
        IDENTITY,
        /** Proof that the requester may act for the student. */
        AUTHORITY,
        /** What exactly is asked for. */
        CONTENT
    }

    /** How a question ends. */
    enum Outcome {
        /** It waits for its answer. */
        OPEN,
        /** Answered in time. */
        ANSWERED,
        /** Not answered in time. */
        UNANSWERED,
        /** No longer needed. */
        MOOT
    }
}
