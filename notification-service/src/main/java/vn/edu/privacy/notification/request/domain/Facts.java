package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What never changes about a request.
 *
 * @param id UUID version 7
 * @param reference what people write and say, {@code YC-2026-000123}
 * @param requester person id of who asks
 * @param studentId about whom: the student; the requester themselves where they are none and ask about their own data
 * @param schoolId the student's school on the day of receipt, whose officers handle it
 * @param receivedAt when it was received
 * @param regime id of the body of law in force on that day (R-REG-03)
 */
public record Facts(
        UUID id, String reference, UUID requester, UUID studentId, String schoolId, Instant receivedAt, String regime) {

    /** Whether the requester asks about their own data, and is no student: the person is the subject then. */
    public boolean isOwn() {
        return requester.equals(studentId);
    }
}
