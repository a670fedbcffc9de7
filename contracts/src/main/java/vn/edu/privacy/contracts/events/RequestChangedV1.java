package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A data subject request moved on.
 *
 * @param requestId the request
 * @param type WITHDRAW, ACCESS …
 * @param state the state it is in now
 * @param studentId about whom; absent when about the requester's own data
 * @param changedAt when
 */
public record RequestChangedV1(
        UUID requestId, String type, String state, @Nullable UUID studentId, Instant changedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "rights.request.changed.v1";
}
