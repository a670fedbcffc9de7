package vn.edu.privacy.notification.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one holder is with what a request asks for.
 *
 * @param holder its code
 * @param state how far
 * @param note why an asked holder has not answered ({@link UnusableAnswer.Reason}), or how an officer settled it
 *     ({@link Settlement}); a code
 * @param at since when
 */
public record HolderLine(
        String holder, State state, @Nullable String note, Instant at) {
    /** Whether nothing more is to be expected. */
    public boolean isOver() {
        return state == State.ANSWERED || state == State.SETTLED;
    }

    /** How far a holder can be. */
    public enum State {
        /** Asked, and asked again until it answers or the deadline is over. */
        ASKED,
        /** It answered. */
        ANSWERED,
        /** It is reached by people; an officer settles it. */
        BY_HAND,
        /** An officer said how it ended. */
        SETTLED
    }

    /** How an officer settles a holder that does not answer by itself. */
    public enum Settlement {
        /** It holds nothing about the student. */
        HOLDS_NOTHING,
        /** What it holds was shown to the requester at the school. */
        SHOWN_AT_SCHOOL,
        /** It could not be got; the requester is told, and may complain. */
        NOT_OBTAINED
    }
}
