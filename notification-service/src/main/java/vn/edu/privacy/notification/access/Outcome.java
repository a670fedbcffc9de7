package vn.edu.privacy.notification.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.access.HolderLine.State;

/**
 * What asking one holder came to.
 *
 * @param line how far it is now
 * @param data what it answered; absent when it did not
 */
record Outcome(HolderLine line, @Nullable HeldData data) {
    static Outcome answered(HeldData held, Instant at) {
        return new Outcome(new HolderLine(held.holder(), State.ANSWERED, null, at), held);
    }

    static Outcome without(String holder, State state, @Nullable String note, Instant at) {
        return new Outcome(new HolderLine(holder, state, note, at), null);
    }
}
