package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A data subject request in one of its states. */
public sealed interface Request permits Withdrawal, Access {
    /** What never changes about it. */
    Facts facts();

    /** The kind of request. */
    RequestType type();

    /** The state, as it is named outside. */
    RequestState state();

    /** Since when a withdrawal is in effect; absent while it is not, and for other requests. */
    default @Nullable Instant inEffectAt() {
        return null;
    }

    /** Until when data can be seen, or could; absent before, and for other requests. */
    default @Nullable Instant availableUntil() {
        return null;
    }
}
