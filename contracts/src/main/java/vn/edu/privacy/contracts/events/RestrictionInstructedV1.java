package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person confirmed at notification-service that processing be restricted, or objected to it, or takes that back (Decree
 * 13 art. 9.6, 9.8; Law 91 art. 10.1); consent-service applies it purpose by purpose or says why not.
 *
 * @param requestId the data subject request
 * @param studentId about whom
 * @param requester person id of who asks; their authority is checked again before it is applied
 * @param action RESTRICT or LIFT; only who had asked for a restriction lifts it
 * @param cause RESTRICTION or OBJECTION
 * @param everyPurpose whether it is about every purpose on which the student has a record
 * @param purposes which purposes otherwise
 * @param confirmedAt when it was confirmed
 */
public record RestrictionInstructedV1(
        UUID requestId,
        UUID studentId,
        UUID requester,
        String action,
        String cause,
        boolean everyPurpose,
        List<String> purposes,
        Instant confirmedAt) {

    /** CloudEvents type. */
    public static final String TYPE = "rights.restriction.instructed.v1";
}
