package vn.edu.privacy.notification.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One part of what the authority was told; the first one stops its clock (R-BR-04).
 *
 * @param sentAt when it was sent
 * @param sentTo by which way
 * @param complete whether nothing is to follow
 * @param lateReasons why it was sent late, or null
 * @param recordedAt when it came into the register
 * @param recordedBy the account that brought it in
 */
public record Phase(
        Instant sentAt,
        Way sentTo,
        boolean complete,
        @Nullable String lateReasons,
        Instant recordedAt,
        String recordedBy) {

    /** The ways to the authority (Decree 356 art. 28.2). */
    public enum Way {
        /** To the specialised authority itself. */
        AUTHORITY,
        /** By the National Portal on personal data protection. */
        NATIONAL_PORTAL
    }
}
