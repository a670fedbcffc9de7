package vn.edu.privacy.consent.emergency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One use in an emergency.
 *
 * @param id its opaque id
 * @param studentId about whom
 * @param schoolId who used the data
 * @param purpose for what
 * @param categories which data
 * @param caller who declared it: a system, or a person's login
 * @param position as what; null in what was declared before that was kept
 * @param declaredAt when
 * @param until when it ended, or ends, by itself
 * @param reviewDue by when it has to be judged
 * @param outcome what the review found; null until then
 * @param reviewedAt when; null until then
 */
record EmergencyUse(
        UUID id,
        UUID studentId,
        String schoolId,
        String purpose,
        List<String> categories,
        String caller,
        @Nullable Position position,
        Instant declaredAt,
        Instant until,
        Instant reviewDue,
        @Nullable Outcome outcome,
        @Nullable Instant reviewedAt) {
    EmergencyUse {
        categories = List.copyOf(categories);
    }

    /** Whether nobody has judged it in time. */
    public boolean overdue(Instant now) {
        return outcome == null && now.isAfter(reviewDue);
    }
}
