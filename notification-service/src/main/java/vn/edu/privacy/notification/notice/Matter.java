package vn.edu.privacy.notification.notice;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is about.
 *
 * @param requestId a request, or null
 * @param studentId a student, when it is a matter of consent of one
 * @param purpose the purpose concerned, or null
 * @param campaignId the campaign concerned, or null
 * @param date the day that it is about, or null
 * @param incidentId a violation that touched the person's data or a child's, or null
 */
record Matter(
        @Nullable UUID requestId,
        @Nullable UUID studentId,
        @Nullable String purpose,
        @Nullable UUID campaignId,
        @Nullable LocalDate date,
        @Nullable UUID incidentId) {

    /** Reads it from a row of notices. */
    static Matter of(Readable row) {
        return new Matter(
                row.get("request_id", UUID.class),
                row.get("student_id", UUID.class),
                row.get("purpose", String.class),
                row.get("campaign_id", UUID.class),
                row.get("about", LocalDate.class),
                row.get("incident_id", UUID.class));
    }
}
