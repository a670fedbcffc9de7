package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure was confirmed and approved at notification-service (Decree 13 art. 16, 20.3; Law 91 art. 14); consent-service
 * carries it out or says why not.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param requester person id of who asks; their authority is checked again. Absent when an officer does
 * @param officer person id of the officer who asks without a request of the family, as for an authority's order
 * @param scope PURPOSE: what was said in words on one purpose; STUDENT: everything personal about the student
 * @param purpose the purpose; absent for STUDENT
 * @param ground NO_LONGER_NEEDED, WITHDRAWN, OBJECTED, UNLAWFUL, REQUIRED_BY_LAW or AUTHORITY (art. 16.1)
 * @param risksAccepted whether the requester was told of the damage that may follow, and accepts it (art. 16.1.a)
 * @param approvedBy person id of who approved it, not the one who asks. Absent only for PURPOSE and WITHDRAWN, where the
 *     requester's own withdrawal still stands and suffices (art. 20.3.b)
 * @param confirmedAt when it was confirmed
 */
public record ErasureInstructedV1(
        UUID requestId,
        UUID studentId,
        @Nullable UUID requester,
        @Nullable UUID officer,
        String scope,
        @Nullable String purpose,
        String ground,
        boolean risksAccepted,
        @Nullable UUID approvedBy,
        Instant confirmedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "rights.erasure.instructed.v1";
}
