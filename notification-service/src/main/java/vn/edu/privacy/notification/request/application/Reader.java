package vn.edu.privacy.notification.request.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reads requests: the requester their own, an officer those of the school.
 *
 * @param person the person reading
 * @param officer set when an officer reads
 */
public record Reader(@Nullable UUID person, @Nullable Officer officer) {
    /** Whether this reader may know of the request. */
    public boolean sees(StoredRequest stored) {
        return (person != null && stored.isOf(person))
                || (officer != null
                        && (officer.schoolId() == null
                                || officer.schoolId()
                                        .equals(stored.request().facts().schoolId())));
    }
}
