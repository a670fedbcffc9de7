package vn.edu.privacy.notification.notice;

import org.jspecify.annotations.Nullable;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Whose notices an officer sees. */
final class OfficerSchool {
    private OfficerSchool() {}

    /** The school of the officer; every school's when null, for a data-protection officer of none. */
    static @Nullable String of(Caller caller) {
        if (caller.is(Role.DATA_PROTECTION_OFFICER)) {
            return caller.schoolId().orElse(null);
        }
        return caller.schoolId().orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }
}
