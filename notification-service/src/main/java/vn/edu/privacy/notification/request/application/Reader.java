package vn.edu.privacy.notification.request.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.Facts;

/**
 * Who reads requests: the requester their own, an officer those of the school.
 *
 * @param person the person reading
 * @param officer set when an officer reads
 */
public record Reader(@Nullable UUID person, @Nullable Officer officer) {
    /** Whether this reader may know of the request. */
    public boolean sees(Facts facts) {
        return facts.requester().equals(person)
                || (officer != null
                        && (officer.schoolId() == null || officer.schoolId().equals(facts.schoolId())));
    }
}
