package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A data subject request in one of its states. */
public sealed interface Request permits Withdrawal, Access, Restriction, Deletion, Rectification, Provision, Complaint {
    /** What never changes about it. */
    Facts facts();

    /** The kind of request. */
    RequestType type();

    /** The state, as it is named outside. */
    RequestState state();

    /** Since when a withdrawal or restriction is in effect; absent while it is not, and for other requests. */
    default @Nullable Instant inEffectAt() {
        return null;
    }

    /** Until when data can be seen, or could; absent before, and for other requests. */
    default @Nullable Instant availableUntil() {
        return null;
    }

    /** Why consent-service did not put it into effect, as a code; absent otherwise. */
    default @Nullable String notInEffectReason() {
        return this instanceof Withdrawal.NotInEffect failed ? failed.reason() : null;
    }

    /** Why it was refused, in whole or in part; absent otherwise. */
    default @Nullable Refusal refusal() {
        return this instanceof Access.Refused refused ? new Refusal(refused.ground(), refused.text()) : null;
    }

    /** Why it stopped; absent otherwise. */
    default @Nullable StopReason stopReason() {
        return null;
    }

    /** What an officer answered to a complaint, or recorded of data handed over; absent otherwise. */
    default @Nullable String answer() {
        return null;
    }

    /** Whether its requester may appeal to the head of the unit. */
    default boolean isAppealable() {
        return refusal() != null;
    }
}
