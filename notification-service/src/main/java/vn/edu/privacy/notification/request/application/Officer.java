package vn.edu.privacy.notification.request.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.look.Look;

/**
 * Who rules on requests.
 *
 * @param id the account
 * @param schoolId the school whose requests the officer handles; every school's when absent
 * @param person the person; absent for a system
 */
public record Officer(
        String id, @Nullable String schoolId, @Nullable UUID person) {
    /** As what the officer looks at requests. */
    public Look.Role role() {
        return schoolId == null ? Look.Role.DATA_PROTECTION_OFFICER : Look.Role.SCHOOL_OFFICER;
    }
}
