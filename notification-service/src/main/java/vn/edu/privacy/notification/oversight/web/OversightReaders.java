package vn.edu.privacy.notification.oversight.web;

import org.jspecify.annotations.Nullable;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** What of the report a caller sees. */
final class OversightReaders {
    private OversightReaders() {}

    /** The school whose requests the caller sees figures of; every school's when null; who sees none gets a 403 problem. */
    static @Nullable String unit(Caller caller) {
        if (caller.is(Role.INSPECTOR) || caller.is(Role.DEPARTMENT_OFFICER)) {
            return null;
        }
        if (caller.is(Role.DATA_PROTECTION_OFFICER)) {
            return caller.schoolId().orElse(null);
        }
        return caller.schoolId()
                .filter(school -> caller.is(Role.HEAD_OF_UNIT))
                .orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }

    /** Whether the caller sees the requests themselves, so that no figure tells them more. */
    static boolean isExact(Caller caller) {
        return caller.is(Role.DATA_PROTECTION_OFFICER)
                && !caller.is(Role.INSPECTOR)
                && !caller.is(Role.DEPARTMENT_OFFICER);
    }
}
