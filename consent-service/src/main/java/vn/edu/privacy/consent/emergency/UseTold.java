package vn.edu.privacy.consent.emergency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A use in an emergency as the family is told of it: as what somebody declared it, not who; the reasons in words may name
 * others and are not shown.
 *
 * @param id its opaque id
 * @param schoolId who used the data
 * @param position as what it was declared; null in what was declared before that was kept
 * @param purpose its code
 * @param purposeName in plain words; the code when nobody published such a purpose
 * @param data which kinds of data, in plain words
 * @param article the ground
 * @param declaredAt when
 * @param until when the use ended, or ends, by itself
 * @param reviewDue by when somebody else judges it
 * @param outcome what the review found; null until then
 * @param reviewedAt when; null until then
 */
public record UseTold(
        UUID id,
        String schoolId,
        @Nullable Position position,
        String purpose,
        String purposeName,
        List<String> data,
        String article,
        Instant declaredAt,
        Instant until,
        Instant reviewDue,
        @Nullable Outcome outcome,
        @Nullable Instant reviewedAt) {
    public UseTold {
        data = List.copyOf(data);
    }
}
